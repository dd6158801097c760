namespace McpScan.Language;

/// <summary>Spells features as <c>catalogs/lists/wording.yaml</c> does, each once.</summary>
internal sealed class WordingNames : IWordingSink
{
    /// <summary>The names, such as <c>befor_using</c> and <c>#demanded+read</c>, each with the words that it stands for, such as <c>before using</c>; empty for facts.</summary>
    public Dictionary<string, string> Names { get; } = new(StringComparer.Ordinal);

    public void AddFacts(Fact one, Fact other) => Names.TryAdd($"#{FactNames.All[(int)one]}+{FactNames.All[(int)other]}", "");

    public void AddFact(Fact fact) => Names.TryAdd("#" + FactNames.All[(int)fact], "");

    public void AddWord(ReadOnlySpan<char> word, int moods)
    {
        var (stem, name) = (WordingFeatures.Stem(word).ToString(), word.ToString());
        Names.TryAdd(stem, name);
        Names.TryAdd(name, name);
        for (var mood = 0; mood < WordingFeatures.Moods.Length; mood++)
        {
            if ((moods >> mood & 1) != 0)
            {
                Names.TryAdd($"{stem}#{FactNames.All[(int)WordingFeatures.Moods[mood]]}", name);
            }
        }
    }

    public void AddShared(ReadOnlySpan<char> name) => Names.TryAdd(name.ToString(), "");

    public void AddWords(ReadOnlySpan<char> one, ReadOnlySpan<char> other) => Names.TryAdd($"{WordingFeatures.Stem(one)}_{WordingFeatures.Stem(other)}", $"{one} {other}");
}
