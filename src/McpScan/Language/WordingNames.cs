namespace McpScan.Language;

/// <summary>Spells features as <c>catalogs/lists/wording.yaml</c> does, each once.</summary>
internal sealed class WordingNames : IWordingSink
{
    /// <summary>The names, such as <c>before_using</c> and <c>#demanded+read</c>.</summary>
    public HashSet<string> Names { get; } = new(StringComparer.Ordinal);

    public void AddFacts(Fact one, Fact other) => Names.Add($"#{FactNames.All[(int)one]}+{FactNames.All[(int)other]}");

    public void AddFact(Fact fact) => Names.Add("#" + FactNames.All[(int)fact]);

    public void AddWord(ReadOnlySpan<char> word) => Names.Add(word.ToString());

    public void AddWords(ReadOnlySpan<char> one, ReadOnlySpan<char> other) => Names.Add($"{one}_{other}");
}
