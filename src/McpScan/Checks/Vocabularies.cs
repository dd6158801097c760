using McpScan.Checks.Capabilities;
using McpScan.Checks.Harm;
using McpScan.Checks.Prose;
using McpScan.Language;
using McpScan.Rules;

namespace McpScan.Checks;

/// <summary>The tables of words that texts are read with. Each is made when it is first asked for; together they are a sixth of a cold start.</summary>
public static class Vocabularies
{
    /// <summary>Makes them on another thread, in the order in which an audit asks for them. What fails there fails again, and is told, where it is asked for.</summary>
    public static Task Prepare() => Task.Run(static () =>
    {
        _ = new ProseReader(Lists.BuiltIn.Entries);
        _ = Vocabulary.BuiltIn;
        _ = WordingWeight.BuiltIn;
        _ = HarmVocabulary.BuiltIn;
    });
}
