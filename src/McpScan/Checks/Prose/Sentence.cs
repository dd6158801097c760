namespace McpScan.Checks.Prose;

/// <summary>One sentence of a text in a form that is easy to search: white space is one blank, quotes are straight, invisible characters are gone.</summary>
/// <param name="text">The normalised sentence.</param>
/// <param name="offsets">For each of its units the offset in the original text, and behind the last one the end.</param>
/// <param name="isFirst">Whether it opens the text, where documentation speaks in the imperative too.</param>
public sealed class Sentence(string text, int[] offsets, bool isFirst)
{
    public string Text { get; } = text;

    /// <summary>Whether it opens the text.</summary>
    public bool IsFirst { get; } = isFirst;

    /// <summary>The part of the original text that a part of the sentence came from.</summary>
    public (int Start, int Length) Original(int start, int end)
    {
        var from = offsets[start];
        return (from, end > start ? offsets[end - 1] + 1 - from : 0);
    }
}
