using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Governance;

/// <summary>What is wrong with a policy, at its place.</summary>
/// <param name="Path">The policy file.</param>
/// <param name="Line">One-based.</param>
/// <param name="Column">One-based, in UTF-16 units.</param>
/// <param name="Message">What is wrong and what would be right.</param>
public sealed record PolicyError(string Path, int Line, int Column, string Message)
{
    public override string ToString() => $"{Path}({Line},{Column}): {Message}";

    internal static PolicyError At(DataNode node, string message) => At(node.Source, node.Span, message);

    internal static PolicyError At(SourceText source, TextSpan span, string message)
    {
        var position = source.GetLinePosition(Math.Min(span.Start, source.Length));
        return new PolicyError(source.Path, position.Line + 1, position.Character + 1, message);
    }
}
