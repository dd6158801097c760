using System.Collections.Immutable;
using McpScan.Standards;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Checks.Policies;

/// <summary>Something of a server that a clause speaks about, in the words of the clause.</summary>
/// <param name="Labels">What it answers to: it is allowed where one of them is, and forbidden where one of them is.</param>
/// <param name="Node">Where it was written.</param>
/// <param name="Span">The characters that say it.</param>
internal sealed record Fact(ImmutableArray<string> Labels, DataNode Node, TextSpan Span)
{
    /// <summary>A fact that a whole value says.</summary>
    public static Fact On(DataNode node, params ImmutableArray<string> labels) => new(labels, node, node is ScalarNode scalar ? scalar.ContentSpan : node.Span);

    /// <summary>What it reaches whole, such as <c>net:connect:</c> where it connects to anything; null where it reaches a part.</summary>
    public string? Reach { get; init; }

    /// <summary>The pattern that forbids it or a part of what it reaches, or null.</summary>
    public Glob? ForbiddenBy(Patterns patterns) =>
        Labels.Select(patterns.FindLoosely).FirstOrDefault(static glob => glob is not null)
        ?? (Reach is null ? null : patterns.Globs.FirstOrDefault(glob => glob.Node.Value.StartsWith(Reach, StringComparison.OrdinalIgnoreCase)));

    public bool IsAllowedBy(Patterns patterns) => Labels.Any(patterns.Allows);
}
