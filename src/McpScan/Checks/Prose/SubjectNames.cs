using McpScan.Language;
using McpScan.Modeling;

namespace McpScan.Checks.Prose;

/// <summary>What names refer to in the texts of one subject: its own name is <c>this tool</c>, whatever else is called is the server's to know.</summary>
/// <param name="subject">The subject whose texts are read.</param>
/// <param name="server">The names of its server.</param>
internal sealed class SubjectNames(Subject subject, ServerNames server) : INames
{
    private static readonly FactSet Itself = FactSet.Of(Fact.ThisTool, Fact.Self, Fact.Identifier);

    private readonly string? _own = subject.Kind == SubjectKind.Tool ? ToolNames.Plain(subject.Name.Raw) : null;

    public FactSet Resolve(ReadOnlySpan<char> name)
    {
        var text = name.ToString();
        var plain = ToolNames.Plain(text);
        return plain == _own ? Itself : server.Resolve(text, plain);
    }
}
