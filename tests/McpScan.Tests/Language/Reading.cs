using McpScan.Language;
using McpScan.Rules;

namespace McpScan.Tests.Language;

/// <summary>Reads texts as those of a server with the tool <c>list_notes</c> and its parameter <c>note_id</c>, beside another with <c>their_mail</c>.</summary>
internal static class Reading
{
    /// <summary>An opening sentence, so that what follows is not the first.</summary>
    public const string Opening = "Adds two numbers. ";

    public static TextReading Of(string text) => new ProseReader(Lists.BuiltIn.Entries).Read(text, new StubNames());

    /// <summary>The text as it stands, normalised.</summary>
    public static PlainText Plain(string text) => Of(text).Layers[0].Plain;

    /// <summary>What the sentences behind an opening one say.</summary>
    public static Statement[] AfterOpening(string text) => [.. Of(Opening + text).Layers[0].Statements.Where(statement => statement.Start >= Opening.Length)];

    /// <summary>The facts that a list of their names means.</summary>
    public static FactSet Facts(string names)
    {
        var facts = FactSet.None;
        foreach (var name in names.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            facts |= FactSet.Of(FactNames.Find(name) ?? throw new ArgumentException($"There is no fact '{name}'.", nameof(names)));
        }

        return facts;
    }

    /// <summary>The names of the facts of a set, for a failure message.</summary>
    public static string NamesOf(FactSet facts) => string.Join(' ', FactNames.All.Where(name => facts.Has(FactNames.Find(name)!.Value)));

    private sealed class StubNames : INames
    {
        public FactSet Resolve(ReadOnlySpan<char> name) => name switch
        {
            "list_notes" => FactSet.Of(Fact.OwnTool, Fact.Identifier),
            "note_id" => FactSet.Of(Fact.Parameter, Fact.Identifier),
            "their_mail" => FactSet.Of(Fact.NeighbourTool, Fact.Identifier),
            _ => FactSet.Of(Fact.ForeignTool, Fact.Identifier, Fact.VerbName),
        };
    }
}
