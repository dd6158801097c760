using System.Collections.Immutable;
using McpScan.Text;

namespace McpScan.Syntax;

/// <summary>What a reader made of one text: the model and all errors together.</summary>
/// <param name="Source">The text.</param>
/// <param name="Roots">The documents in it: one as a rule, several for JSON Lines, an SSE capture or a YAML stream, none for an empty text.</param>
/// <param name="Notices">Everything that went wrong, in source order; the roots hold all that could still be read.</param>
public sealed record DataDocument(SourceText Source, ImmutableArray<DataNode> Roots, ImmutableArray<Notice> Notices)
{
    /// <summary>The first document, or null for an empty text.</summary>
    public DataNode? Root => Roots.IsEmpty ? null : Roots[0];
}
