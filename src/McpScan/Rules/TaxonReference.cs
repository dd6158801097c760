namespace McpScan.Rules;

/// <summary>An entry of a taxonomy, written <c>catalog:id</c>, such as <c>cwe:CWE-1427</c>.</summary>
/// <param name="Catalog">The catalog's id: the file name under catalogs/.</param>
/// <param name="Id">The entry's id in it.</param>
public readonly record struct TaxonReference(string Catalog, string Id)
{
    public override string ToString() => $"{Catalog}:{Id}";
}
