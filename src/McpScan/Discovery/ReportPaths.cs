using McpScan.Text;

namespace McpScan.Discovery;

/// <summary>Names the paths that a user gave as reports print them: relative, with forward slashes, the same on every machine.</summary>
/// <param name="currentDirectory">Absolute path of the directory that relative paths start from.</param>
internal sealed class ReportPaths(string currentDirectory)
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

        if (!Path.IsPathRooted(relative) && relative != ".." && !relative.StartsWith("../", StringComparison.Ordinal))
        {
            return Show(relative);
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

    /// <summary>A path below another.</summary>
    public static string Combine(string folder, string name) => folder.Length == 0 ? Show(name) : folder + "/" + Show(name);

    /// <summary>A file name is text by the party under audit: what moves or hides text in it is written as its code point.</summary>
    private static string Show(string name) => new Untrusted(name).ToString();
}
