namespace McpScan.Language;

/// <summary>Takes the features of a sentence one by one, see <see cref="WordingFeatures"/>; the same one may come again.</summary>
internal interface IWordingSink
{
    /// <summary>Two facts of one statement, the first of them the lower.</summary>
    void AddFacts(Fact one, Fact other);

    /// <summary>A fact of the sentence.</summary>
    void AddFact(Fact fact);

    /// <summary>A word of a sentence.</summary>
    /// <param name="word">The word.</param>
    /// <param name="moods">How the sentence is put: a bit for each of <see cref="WordingFeatures.Moods"/>.</param>
    void AddWord(ReadOnlySpan<char> word, int moods);

    /// <summary>How many words the sentence shares with the first one of its text, as <see cref="WordingFeatures.SharedName"/> names it.</summary>
    void AddShared(ReadOnlySpan<char> name);

    /// <summary>Two neighbouring words.</summary>
    void AddWords(ReadOnlySpan<char> one, ReadOnlySpan<char> other);
}
