using McpScan.Modeling;
using McpScan.Text;

namespace McpScan.Auditing;

/// <summary>Versions that a package may be pinned to: what the caller named, else what another entry of the same file is pinned to.</summary>
/// <remarks>
/// Nothing is looked up: a version that nobody here has chosen is no replacement. A file elsewhere in the audited folders has no say, since somebody
/// else may have written it; two different versions in one file are none either.
/// </remarks>
internal sealed class KnownVersions
{
    private readonly Dictionary<string, string?> _inFile = new(StringComparer.Ordinal);
    private readonly IReadOnlyDictionary<string, string>? _pins;

    public KnownVersions(Inventory inventory, IReadOnlyDictionary<string, string>? pins)
    {
        _pins = pins;
        foreach (var server in inventory.Servers)
        {
            foreach (var subject in server.Subjects)
            {
                if (subject.Kind == SubjectKind.Launch)
                {
                    Add(subject.Definition.Source, subject.FirstText(LaunchFields.PackageName), subject.FirstText(LaunchFields.PackageVersion));
                }
            }
        }
    }

    /// <summary>The version, or null where none or more than one is known.</summary>
    /// <param name="source">The file that names the package.</param>
    /// <param name="package">The package or image, without a version.</param>
    public string? Of(SourceText source, string package) =>
        _pins is not null && _pins.TryGetValue(package, out var pinned) ? pinned : _inFile.GetValueOrDefault(Key(source, package));

    private void Add(SourceText source, string? name, string? version)
    {
        if (name is null || version is null || !IsExact(version))
        {
            return;
        }

        var key = Key(source, name);
        if (!_inFile.TryAdd(key, version) && _inFile[key] != version)
        {
            _inFile[key] = null;
        }
    }

    private static string Key(SourceText source, string package) => $"{source.Path}\n{package}";

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
