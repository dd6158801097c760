using McpScan.Modeling;
using McpScan.Syntax;

namespace McpScan.Auditing;

/// <summary>Versions that a package may be pinned to: what the caller named, else what the audited files say themselves.</summary>
/// <remarks>Nothing is looked up: a version that nobody here has reviewed is no replacement. Two different ones in the files are none either.</remarks>
internal sealed class KnownVersions
{
    private readonly Dictionary<string, string?> _versions = new(StringComparer.OrdinalIgnoreCase);

    public KnownVersions(Inventory inventory, IReadOnlyDictionary<string, string>? pins)
    {
        foreach (var server in inventory.Servers)
        {
            foreach (var subject in server.Subjects)
            {
                if (subject.Kind == SubjectKind.Package)
                {
                    Add(subject.FirstText(PackageFields.Name), subject.FirstText(PackageFields.Version));
                }
                else if (subject.Kind == SubjectKind.Launch)
                {
                    Add(subject.FirstText(LaunchFields.PackageName), subject.FirstText(LaunchFields.PackageVersion));
                }
            }
        }

        foreach (var (name, version) in pins ?? (IReadOnlyDictionary<string, string>)System.Collections.Immutable.ImmutableDictionary<string, string>.Empty)
        {
            _versions[name] = version;
        }
    }

    /// <summary>The version, or null where none or more than one is known.</summary>
    public string? Of(string package) => _versions.GetValueOrDefault(package);

    private void Add(string? name, string? version)
    {
        if (name is null || version is null || !IsExact(version))
        {
            return;
        }

        if (!_versions.TryAdd(name, version) && _versions[name] != version)
        {
            _versions[name] = null;
        }
    }

    private static bool IsExact(string version)
    {
        var dots = 0;
        foreach (var c in version)
        {
            dots += c == '.' ? 1 : 0;
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('.' or '-' or '+'))
            {
                return false;
            }
        }

        return version.Length <= 64 && dots >= 1 && char.IsAsciiDigit(version[0]) && !version.Contains(".x", StringComparison.OrdinalIgnoreCase);
    }
}
