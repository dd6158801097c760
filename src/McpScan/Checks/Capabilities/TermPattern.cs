using System.Collections.Immutable;
using McpScan.Modeling;
using McpScan.Text;

namespace McpScan.Checks.Capabilities;

/// <summary>A question about capabilities in the shape of one: <c>fs</c>, <c>fs:write</c> or <c>fs:write:/**</c>; what is left out may be anything.
/// A scope of <c>?</c> is any that is named, so not all.</summary>
internal sealed record TermPattern(string Kind, string? Action, string? Scope)
{
    public static TermPattern Parse(string text)
    {
        var parts = text.Split(':', 3);
        return new TermPattern(parts[0], parts.Length > 1 ? parts[1] : null, parts.Length > 2 ? parts[2] : null);
    }

    /// <summary>Why a text asks about no capability, as a sentence; null where it does.</summary>
    public static string? FindProblem(string text)
    {
        var pattern = Parse(text);
        if (CapabilityKinds.Find(pattern.Kind) is not { } kind)
        {
            return $"'{new Untrusted(pattern.Kind)}' is no kind of capability; kinds are {string.Join(", ", CapabilityKinds.All.Select(static k => k.Name))}.";
        }

        return pattern.Action is null || kind.Actions.IsEmpty || kind.Actions.Contains(pattern.Action)
            ? null
            : $"'{new Untrusted(pattern.Action)}' is no action of the kind '{kind.Name}'; actions are {string.Join(", ", kind.Actions)}.";
    }

    public static bool FitsAny(ImmutableArray<TermPattern> patterns, CapabilityTerm term)
    {
        foreach (var pattern in patterns)
        {
            if (pattern.Fits(term))
            {
                return true;
            }
        }

        return false;
    }

    private bool Fits(CapabilityTerm term) =>
        term.Kind == Kind && (Action is null || term.Actions.Contains(Action)) && (Scope is null || (Scope == "?" ? !term.IsWildcard : term.Scope == Scope));
}
