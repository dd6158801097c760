namespace McpScan.Language;

/// <summary>One way in which a text can be read: as it stands, or what a part of it decodes to.</summary>
/// <param name="Plain">The normalised text of the layer.</param>
/// <param name="Statements">What it says.</param>
/// <param name="Encoding">How the layer was hidden, such as <c>Base64</c>, from the outside in; null for the text as it stands.</param>
/// <param name="Start">For a decoded layer, where its code starts in the raw text.</param>
/// <param name="Length">The length of that code.</param>
public sealed record TextLayer(PlainText Plain, IReadOnlyList<Statement> Statements, string? Encoding, int Start, int Length)
{
    /// <summary>Where a part of the layer stands in the raw text; the whole code for a decoded layer.</summary>
    public (int Start, int Length) ToRaw(int start, int length) => Encoding is null ? Plain.ToRaw(start, length) : (Start, Length);
}
