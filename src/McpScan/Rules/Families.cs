using System.Collections.Immutable;

namespace McpScan.Rules;

/// <summary>The families of rules; a family is a folder under rules/.</summary>
public static class Families
{
    public static readonly ImmutableArray<string> All =
    [
        "tool-poisoning", "obfuscation", "shadowing", "schema", "capability", "toxic-flow", "secrets",
        "launch", "transport", "supply-chain", "drift", "source", "protocol", "governance",
    ];
}
