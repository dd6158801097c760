using McpScan.Checks;
using McpScan.Modeling;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Auditing;

/// <summary>Puts the exact version or digest into the launch line. Only a version that is known here is written into a file.</summary>
internal static class PinReplacer
{
    public static Proposal? Propose(ReplacementInput input)
    {
        Proposal? proposal = null;
        foreach (var hit in input.Hits)
        {
            if (Pinned(input, hit) is not var (pinned, isKnown))
            {
                continue;
            }

            if (proposal is null)
            {
                var line = CommandLineText.With(input.Subject, hit.Span, pinned) ?? pinned;
                proposal = new Proposal(isKnown ? $"Start exactly what was reviewed: {line}" : $"Name exactly what was reviewed: {line}");
            }

            if (isKnown && input.PathOf(hit) is { } path && Layout.Replace(path.Leaf, hit.Span, pinned) is { } change)
            {
                proposal.Add([change]);
            }
        }

        return proposal;
    }

    private static (string Pinned, bool IsKnown)? Pinned(ReplacementInput input, Hit hit)
    {
        var entries = input.Subject.Entries;
        for (var i = 0; i < entries.Length; i++)
        {
            if (entries[i].Node is not ScalarNode whole || whole.ContentSpan != hit.Span)
            {
                continue;
            }

            if (ReferenceEquals(entries[i].Field, LaunchFields.Image))
            {
                return Image(input, whole);
            }

            if (ReferenceEquals(entries[i].Field, LaunchFields.PackageEcosystem) && entries[i].Key is { } ecosystem)
            {
                return Package(input, hit, whole, ecosystem.Value, NameBefore(entries, i));
            }
        }

        return null;
    }

    // An entry of a package is followed by its name, its version and its ecosystem.
    private static ScalarNode? NameBefore(System.Collections.Immutable.ImmutableArray<FieldEntry> entries, int at)
    {
        for (var i = at - 1; i >= 0 && i >= at - 3; i--)
        {
            if (ReferenceEquals(entries[i].Field, LaunchFields.PackageName))
            {
                return entries[i].Node as ScalarNode;
            }
        }

        return null;
    }

    private static (string, bool)? Package(ReplacementInput input, Hit hit, ScalarNode whole, string ecosystem, ScalarNode? name)
    {
        if (ecosystem == "git")
        {
            // npm names a commit behind '#', Python's tools behind '@'.
            var address = name is null ? whole.Value : name.Value;
            return ($"{address}{(whole.Value.StartsWith("git+", StringComparison.Ordinal) && input.FlagOf(hit) is not null ? '@' : '#')}<commit>", false);
        }

        if (name is null || ecosystem == "url" || name.ContentSpan.Start < whole.ContentSpan.Start || name.ContentSpan.End > whole.ContentSpan.End)
        {
            return null;
        }

        // Everything up to the end of the name, and extras behind it: 'npm:@a/b', 'name[cli]'.
        var source = whole.Source.Text;
        var end = name.ContentSpan.End;
        if (end < whole.ContentSpan.End && source[end] == '[')
        {
            end = source.IndexOf(']', end) + 1;
        }

        if (end <= 0 || end > whole.ContentSpan.End)
        {
            return null;
        }

        var known = input.Versions.Of(whole.Source, name.Value);
        var version = known is null ? "<version>" : ecosystem == "go" && char.IsAsciiDigit(known[0]) ? "v" + known : known;
        var sign = ecosystem == "pypi" && input.FlagOf(hit) is not null ? "==" : "@";
        return (source[whole.ContentSpan.Start..end] + sign + version, known is not null);
    }

    private static (string, bool) Image(ReplacementInput input, ScalarNode image)
    {
        var name = PackageIdentity.SplitImage(image.Value).Name;
        return input.Versions.Of(image.Source, name) is { } digest && digest.StartsWith("sha256:", StringComparison.Ordinal) ? ($"{name}@{digest}", true) : ($"{name}@sha256:<digest>", false);
    }
}
