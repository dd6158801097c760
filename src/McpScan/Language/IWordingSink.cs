namespace McpScan.Language;

/// <summary>Takes the features of a sentence one by one, see <see cref="WordingFeatures"/>; the same one may come again.</summary>
internal interface IWordingSink
{
    /// <summary>Two facts of one statement, the first of them the lower.</summary>
    void AddFacts(Fact one, Fact other);

    /// <summary>A fact of the sentence.</summary>
    void AddFact(Fact fact);

    /// <summary>A word.</summary>
    void AddWord(ReadOnlySpan<char> word);

    /// <summary>Two neighbouring words.</summary>
    void AddWords(ReadOnlySpan<char> one, ReadOnlySpan<char> other);
}
