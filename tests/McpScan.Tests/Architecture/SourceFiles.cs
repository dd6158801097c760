namespace McpScan.Tests.Architecture;

/// <summary>A C# file of this repository.</summary>
/// <param name="Path">Relative to the root, with forward slashes.</param>
/// <param name="Lines">Its lines.</param>
internal sealed record SourceFiles(string Path, string[] Lines)
{
    /// <summary>The C# files below some folders, without what the build made.</summary>
    public static IEnumerable<SourceFiles> Under(params string[] folders) =>
        folders
            .SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*.cs", SearchOption.AllDirectories))
            .Select(file => System.IO.Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(path => new SourceFiles(path, File.ReadAllLines(Repository.PathOf(path))));
}
