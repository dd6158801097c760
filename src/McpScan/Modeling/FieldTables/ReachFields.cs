using System.Collections.Immutable;

namespace McpScan.Modeling;

/// <summary>The fields of a <see cref="SubjectKind.Reach"/>.</summary>
public static class ReachFields
{
    public static readonly Field Tool = New("tools", "The name of each tool that the agent may call, for questions about the set.");
    public static readonly Field Text = Fields.TextOf(SubjectKind.Reach);

    public static readonly ImmutableArray<Field> All = [Tool, Text];

    private static Field New(string name, string doc) => new(SubjectKind.Reach, name, doc);
}
