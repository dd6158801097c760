using McpScan.Text;

namespace McpScan.Discovery;

/// <summary>Names the paths that a user gave as reports print them: relative, with forward slashes, the same on every machine.</summary>
/// <param name="currentDirectory">Absolute path of the directory that relative paths start from.</param>
/// <param name="home">The home folder, whose files are named <c>~/…</c>; null where they are named like any other.</param>
internal sealed class ReportPaths(string currentDirectory, string? home = null)
{
    private readonly HashSet<string> _outside = new(StringComparer.Ordinal);

    /// <summary>The report path of a root: relative below the current directory (empty for itself), else its last folder name.</summary>
    public string NameRoot(string fullPath, bool isFile)
    {
        var relative = Path.GetRelativePath(currentDirectory, fullPath).Replace('\\', '/');
        if (relative == ".")
        {
            return "";
        }

        if (IsBelow(relative))
        {
            return Show(relative);
        }

        if (home is not null && Path.GetRelativePath(home, fullPath).Replace('\\', '/') is var inHome && inHome != "." && IsBelow(inHome))
        {
            return "~/" + Show(inHome);
        }

        var name = Path.GetFileName(fullPath);
        var folder = isFile ? Path.GetFileName(Path.GetDirectoryName(fullPath)) : null;
        var root = Show(string.IsNullOrEmpty(name) ? "root" : string.IsNullOrEmpty(folder) ? name : folder + "/" + name);
        var unique = root;
        for (var i = 2; !_outside.Add(unique); i++)
        {
            unique = $"{root}~{i}";
        }

        return unique;
    }

    private static bool IsBelow(string relative) => !Path.IsPathRooted(relative) && relative != ".." && !relative.StartsWith("../", StringComparison.Ordinal);

    /// <summary>A path below another.</summary>
    public static string Combine(string folder, string name) => folder.Length == 0 ? Show(name) : folder + "/" + Show(name);

    /// <summary>A file name is text by the party under audit: what moves or hides text in it is written as its code point.</summary>
    private static string Show(string name) => new Untrusted(name).ToString();
}
