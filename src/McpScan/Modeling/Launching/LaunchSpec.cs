using System.Collections.Immutable;
using McpScan.Syntax;

namespace McpScan.Modeling.Launching;

/// <summary>A local start as some dialect wrote it, before the command line is understood.</summary>
public sealed record LaunchSpec
{
    /// <summary>The node of the whole entry.</summary>
    public required DataNode Definition { get; init; }

    /// <summary>Where to point: the entry's name.</summary>
    public required ScalarNode Anchor { get; init; }

    /// <summary>The program; a whole command line in it is split. Null where only arguments are known, as for an image with a fixed entry point.</summary>
    public ScalarNode? Command { get; init; }

    public ImmutableArray<ScalarNode> Arguments { get; init; } = [];

    public ImmutableArray<DataMember> Environment { get; init; } = [];

    /// <summary>Entries that the dialect itself decides: autoApprove, disabled, transport, cwd, helpers, …</summary>
    public ImmutableArray<FieldEntry> Others { get; init; } = [];
}
