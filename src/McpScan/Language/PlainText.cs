namespace McpScan.Language;

/// <summary>A text as it reads: compatibility forms and lookalike letters folded, invisible characters gone, white space collapsed.</summary>
/// <param name="Text">The text in its own case; a line break that ends something is <c>\n</c>, all other white space one blank.</param>
/// <param name="Folded">The same in lower case without accents, unit by unit.</param>
/// <param name="Offsets">For each unit its offset in the raw text; null where they are the same.</param>
/// <param name="RawLength">The length of the raw text.</param>
public sealed record PlainText(string Text, string Folded, int[]? Offsets, int RawLength)
{
    /// <summary>The part of the raw text that a part of this one came from.</summary>
    public (int Start, int Length) ToRaw(int start, int length)
    {
        if (Offsets is null || Text.Length == 0)
        {
            return (start, length);
        }

        var from = start < Offsets.Length ? Offsets[start] : RawLength;
        var last = start + length - 1;
        return (from, length == 0 ? 0 : Math.Max(Offsets[last] + 1, Math.Min(last + 1 < Offsets.Length ? Offsets[last + 1] : RawLength, Offsets[last] + 2)) - from);
    }
}
