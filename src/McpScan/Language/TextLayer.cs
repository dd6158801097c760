using McpScan.Text;

namespace McpScan.Language;

/// <summary>One way in which a text can be read: as it stands, or what a part of it decodes to.</summary>
/// <param name="Plain">The normalised text of the layer.</param>
/// <param name="Statements">What it says.</param>
/// <param name="Encoding">How the layer was hidden, such as <c>Base64</c>, from the outside in; null for the text as it stands.</param>
/// <param name="Start">For a decoded layer, where its code starts in the raw text.</param>
/// <param name="Length">The length of that code.</param>
/// <param name="IsOdd">Whether some sentence has few English words, so that it may be a cipher.</param>
public sealed record TextLayer(PlainText Plain, IReadOnlyList<Statement> Statements, string? Encoding, int Start, int Length, bool IsOdd)
{
    /// <summary>All that its statements have: what is not here need not be looked for.</summary>
    public FactSet Facts { get; } = Union(Statements);

    /// <summary>What checks worked out of it.</summary>
    internal Memo Memo { get; } = new();

    /// <summary>The indexes of the first statement of each sentence.</summary>
    public IEnumerable<int> Sentences()
    {
        for (var first = 0; first < Statements.Count; first = EndOfSentence(first))
        {
            yield return first;
        }
    }

    /// <summary>The index behind the last statement of the sentence whose first statement this is.</summary>
    public int EndOfSentence(int first)
    {
        var end = first + 1;
        while (end < Statements.Count && Statements[end].Start == Statements[first].Start)
        {
            end++;
        }

        return end;
    }

    /// <summary>Where a part of the layer stands in the raw text; the whole code for a decoded layer.</summary>
    public (int Start, int Length) ToRaw(int start, int length) => Encoding is null ? Plain.ToRaw(start, length) : (Start, Length);

    private static FactSet Union(IReadOnlyList<Statement> statements)
    {
        var facts = FactSet.None;
        for (var i = 0; i < statements.Count; i++)
        {
            facts |= statements[i].Facts;
        }

        return facts;
    }
}
