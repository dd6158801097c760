using System.Collections.Immutable;
using McpScan.Rules;

namespace McpScan.Governance;

/// <summary>The policies under policies/ that <c>mcpscan init</c> writes.</summary>
public static class StarterPolicies
{
    /// <summary>Their names, the mildest first.</summary>
    public static readonly ImmutableArray<string> Names = ["baseline", "strict", "regulated"];

    /// <summary>The text of a policy with its comments; null where there is none of that name.</summary>
    public static string? Text(string name) => Names.Contains(name) ? EmbeddedData.ReadText($"policies/{name}.yaml") : null;
}
