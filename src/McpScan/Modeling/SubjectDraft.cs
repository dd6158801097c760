using System.Collections.Immutable;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Modeling;

/// <summary>A subject before its server is known: joining servers gives it its full id and logical path.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="LocalId">Identity within its server or file, such as <c>tool:add</c>; a second one of the same kind and name gets <c>tool:add~2</c> when servers are joined.</param>
/// <param name="Name">What a person calls it.</param>
/// <param name="Anchor">Where to point when no field is sharper, as a rule the scalar of its name.</param>
/// <param name="Definition">The node it was read from.</param>
/// <param name="Entries">Its fields, in document order.</param>
public sealed record SubjectDraft(
    SubjectKind Kind,
    string LocalId,
    Untrusted Name,
    DataNode Anchor,
    DataNode Definition,
    ImmutableArray<FieldEntry> Entries);
