using System.Collections.Immutable;
using McpScan.Modeling;
using McpScan.Text;

namespace McpScan.Governance.Locking.Comparing;

/// <summary>What differs about how a server is started, reached, packaged and configured.</summary>
internal static class SettingChanges
{
    /// <summary>Told of the server as a whole, as its artifacts.</summary>
    private static readonly ImmutableHashSet<Field> Artifact = ImmutableHashSet.Create<Field>(
        ReferenceEqualityComparer.Instance,
        LaunchFields.Package, LaunchFields.PackageName, LaunchFields.PackageVersion, LaunchFields.PackageEcosystem, LaunchFields.Image, LaunchFields.ImageTag, LaunchFields.ImageDigest,
        PackageFields.Ecosystem, PackageFields.Name, PackageFields.Version, PackageFields.Digest, PackageFields.BaseImage);

    /// <summary>Told of the server as a whole where what they name is new, as its reach.</summary>
    private static readonly ImmutableHashSet<Field> Reach = ImmutableHashSet.Create<Field>(
        ReferenceEqualityComparer.Instance,
        LaunchFields.Mount, LaunchFields.EnvironmentPassed, RemoteFields.BearerVariable, RemoteFields.OAuthScope, InputFields.Name,
        PermissionsFields.AllowHost, PermissionsFields.Read, PermissionsFields.Write);

    /// <summary>Told as its reach where their key is new; what they hold is told by their own change.</summary>
    private static readonly ImmutableHashSet<Field> Named = ImmutableHashSet.Create<Field>(ReferenceEqualityComparer.Instance, LaunchFields.Environment, RemoteFields.Header, RemoteFields.EnvironmentHeader, RemoteFields.ApiKey);

    /// <summary>Compared as a whole, see <see cref="OfArguments"/>.</summary>
    private static readonly ImmutableHashSet<Field> Sequences = ImmutableHashSet.Create<Field>(ReferenceEqualityComparer.Instance, LaunchFields.Argument, PackageFields.RuntimeArgument, PackageFields.PackageArgument);

    /// <summary>Read from a command line, where there is one.</summary>
    private static readonly ImmutableHashSet<Field> Derived = ImmutableHashSet.Create<Field>(
        ReferenceEqualityComparer.Instance,
        LaunchFields.Launcher, LaunchFields.LauncherFlag, LaunchFields.Script, LaunchFields.MountOptions, LaunchFields.Port, LaunchFields.BridgeHeader);

    /// <summary>The kind of change that a differing value is; null where another change tells it.</summary>
    public static ChangeKind? KindOf(ValueDifference difference, LockedDefinition after, ServerNews news)
    {
        var field = difference.Field;
        if (Sequences.Contains(field)
            || (Artifact.Contains(field) && !news.Artifacts.IsEmpty)
            || (Reach.Contains(field) && difference.New is { } now && (news.Tells(now.Text) || news.Tells(LockedReach.Written(now.Text))))
            || (Named.Contains(field) && difference.Old is null && news.Tells(difference.Key ?? field.Name))
            || (Derived.Contains(field) && after.Values.Any(static value => value.Field == LaunchFields.Command))
            || (IsAddress(field) && difference.New is { } address && HostsOf(address.Text).Any(news.Tells)))
        {
            return null;
        }

        return field == ServerFields.Version ? ChangeKind.ChangedVersion
            : difference.New is null ? ChangeKind.ChangedDefinition
            : field == LaunchFields.AutoApprove || field == RemoteFields.AutoApprove ? ChangeKind.NewApproval
            : field == PackageFields.Script ? ChangeKind.ChangedScript
            : field == PackageFields.Dependency && difference.Old is null ? ChangeKind.NewDependency
            : ChangeKind.ChangedDefinition;
    }

    /// <summary>A command line that is another one, but for the package or image in it, whose change is told of the server.</summary>
    public static IEnumerable<Change> OfArguments(LockedDefinition before, LockedDefinition after)
    {
        foreach (var field in Sequences)
        {
            var (old, now) = (Values(before, field), Values(after, field));
            if (!old.Select(Texts).SequenceEqual(now.Select(Texts), StringComparer.Ordinal))
            {
                var first = now.Where((value, i) => i >= old.Count || old[i].Text != value.Text).FirstOrDefault();
                yield return (first is null ? after.Whole(ChangeKind.ChangedDefinition, field.Name) : new Change(ChangeKind.ChangedDefinition, field.Name, first.Node)) with
                {
                    Name = field.Name,
                    Before = old.FirstOrDefault()?.Node,
                    OldText = string.Join(' ', old.Select(Texts)),
                    NewText = string.Join(' ', now.Select(Texts)),
                    Field = field,
                };
            }
        }

        static string Texts(LockedValue value) => value.Text;
    }

    /// <summary>The values of a field in their order, without the package or image among them.</summary>
    private static List<LockedValue> Values(LockedDefinition definition, Field field)
    {
        var artifacts = definition.Values.Where(static value => value.Field == LaunchFields.Package || value.Field == LaunchFields.Image).Select(static value => value.Text).ToHashSet(StringComparer.Ordinal);
        return [.. definition.Values.Where(value => value.Field == field && !artifacts.Contains(value.Text))];
    }

    private static bool IsAddress(Field field) => field == RemoteFields.Url || field == RemoteFields.OAuthIssuer || field == LaunchFields.BridgeUrl;

    private static IEnumerable<string> HostsOf(string address) =>
        UrlHosts.Find(address, 1).Select(host => address.Substring(host.Start, host.Length).ToLowerInvariant());
}
