using McpScan.Rules;

namespace McpScan.Tests.Rules;

/// <summary>The rule files of the repository, strictly read as an author's would be.</summary>
internal static class RuleFiles
{
    public static IReadOnlyList<(string Path, string Text)> All { get; } =
    [
        .. Directory.EnumerateFiles(Repository.PathOf("rules"), "*.yaml", SearchOption.AllDirectories)
            .Select(file => (Path: Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'), Text: File.ReadAllText(file)))
            .OrderBy(file => file.Path, StringComparer.Ordinal),
    ];

    // Once for all tests: validating every pattern of every rule takes a second.
    private static readonly Lazy<RuleSet> Rules = new(static () => RuleSet.FromYaml(All, out _));

    public static RuleSet Load() => Rules.Value;
}
