using System.Collections.Immutable;
using McpScan.Syntax;

namespace McpScan.Standards;

/// <summary>A list of patterns that a policy gives under one key.</summary>
/// <param name="Key">The key, where a finding says that the policy asks for it.</param>
/// <param name="Globs">The patterns, in the order in which they were written.</param>
public sealed record Patterns(ScalarNode Key, ImmutableArray<Glob> Globs)
{
    private readonly HashSet<string> _exact = [.. Globs.Where(static glob => glob.IsExact).Select(static glob => glob.Node.Value)];

    private readonly ImmutableArray<Glob> _wild = [.. Globs.Where(static glob => !glob.IsExact)];

    /// <summary>Whether some pattern fits the text, letter for letter.</summary>
    public bool Allows(string text) => _exact.Contains(text) || _wild.Any(glob => glob.IsMatch(text));

    /// <summary>The first pattern that fits the text whatever its case, or null.</summary>
    public Glob? FindLoosely(string text) => Globs.FirstOrDefault(glob => glob.IsLooseMatch(text));
}
