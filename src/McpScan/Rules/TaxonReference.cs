namespace McpScan.Rules;

/// <summary>An entry of a taxonomy, written <c>catalog:id</c>, such as <c>cwe:CWE-1427</c>.</summary>
/// <param name="Catalog">The catalog's id: the file name under catalogs/.</param>
/// <param name="Id">The entry's id in it.</param>
public sealed record TaxonReference(string Catalog, string Id)
{
    /// <summary>Splits at the first colon, since ids such as <c>LLM01:2026</c> hold one too; null where a side is empty.</summary>
    public static TaxonReference? Parse(string text)
    {
        var colon = text.IndexOf(':');
        return colon > 0 && colon < text.Length - 1 ? new TaxonReference(text[..colon], text[(colon + 1)..]) : null;
    }

    public override string ToString() => $"{Catalog}:{Id}";
}
