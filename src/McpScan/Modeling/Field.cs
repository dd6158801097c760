namespace McpScan.Modeling;

/// <summary>A named, documented field of a kind of subject. Rules name it; docs/fields.md and the validation of rules read the tables.</summary>
/// <param name="Kind">The kind of subject.</param>
/// <param name="Name">Its name in rules, such as <c>parameters.*.description</c>; <c>*</c> stands for the entry's key.</param>
/// <param name="Doc">One sentence for the documentation.</param>
/// <param name="IsText">Whether a model or a person reads it as text, so that the field <c>text</c> covers it.</param>
public sealed record Field(SubjectKind Kind, string Name, string Doc, bool IsText = false)
{
    /// <summary>Its place in the table of its kind, below 64: what lets a subject be asked about a field without a look-up.</summary>
    public int Ordinal { get; internal set; } = -1;

    /// <summary>Whether it is the field that covers every text of its kind.</summary>
    internal bool IsAllText { get; } = Name == Fields.AllText;

    public override string ToString() => Name;
}
