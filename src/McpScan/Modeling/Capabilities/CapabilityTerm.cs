using System.Collections.Immutable;

namespace McpScan.Modeling;

/// <summary>What a capability says, in the shape of capgate's grammar: <c>kind:action[,action]:scope[?key=value&amp;…]</c>.</summary>
/// <param name="Kind">The kind, such as <c>fs</c>.</param>
/// <param name="Actions">Its actions, at least one; none for a kind that has only a scope, such as <c>clock:system</c>.</param>
/// <param name="Scope">What they reach: a path, a host with its port, a name, <c>*</c> for anything.</param>
/// <param name="Refinements">What stands behind the question mark; empty where there is none.</param>
public sealed record CapabilityTerm(string Kind, ImmutableArray<string> Actions, string Scope, string Refinements = "")
{
    private string? _text;

    /// <summary>A term with one action.</summary>
    public CapabilityTerm(string kind, string action, string scope)
        : this(kind, [action], scope)
    {
    }

    /// <summary>Whether capgate does not know its kind: McpScan's own words for what an MCP server can do besides.</summary>
    public bool IsExtension => CapabilityKinds.Find(Kind) is { IsExtension: true };

    /// <summary>Whether it reaches anything of its kind.</summary>
    public bool IsWildcard => Scope is "" or "*" or "**" or "/" or "/*" or "/**" or "*:*";

    public bool Equals(CapabilityTerm? other) => other is not null && string.Equals(ToString(), other.ToString(), StringComparison.Ordinal);

    public override int GetHashCode() => string.GetHashCode(ToString(), StringComparison.Ordinal);

    /// <summary>The term in the grammar.</summary>
    public override string ToString() => _text ??= (Actions.IsEmpty ? $"{Kind}:{Scope}" : $"{Kind}:{string.Join(',', Actions)}:{Scope}") + (Refinements.Length > 0 ? "?" + Refinements : "");
}
