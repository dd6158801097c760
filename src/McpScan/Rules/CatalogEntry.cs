namespace McpScan.Rules;

/// <summary>An entry of a <see cref="Catalog"/>.</summary>
/// <param name="Catalog">The id of its catalog.</param>
/// <param name="Id">Its id there.</param>
/// <param name="Title">Its exact title; a paraphrase where the source is a sentence of a standard.</param>
/// <param name="Url">Its page, or the page of the whole taxonomy.</param>
public sealed record CatalogEntry(string Catalog, string Id, string Title, string Url)
{
    /// <summary>What files alone can show of it.</summary>
    public StaticEvidence Evidence { get; init; }

    /// <summary>The id that stands for it in a later version of the taxonomy.</summary>
    public string? ReplacedBy { get; init; }

    public override string ToString() => $"{Catalog}:{Id} {Title}";
}

/// <summary>How much of a catalog's entry can be seen in files, without running anything.</summary>
public enum StaticEvidence
{
    /// <summary>The catalog does not say.</summary>
    Unstated,

    /// <summary>Nothing: it happens at run time only.</summary>
    No,

    /// <summary>Only that it could happen.</summary>
    Exposure,

    /// <summary>The thing itself.</summary>
    Yes,
}
