using System.CommandLine;
using System.CommandLine.Parsing;
using McpScan.Text;

namespace McpScan.Cli;

/// <summary>Arguments that several commands take.</summary>
internal static class Arguments
{
    /// <summary>Files and folders; the current folder where none is named.</summary>
    public static Argument<string[]> Paths(string description) => PathsOr(["."], description);

    /// <summary>Files and folders, or others where none is named.</summary>
    public static Argument<string[]> PathsOr(string[] others, string description) =>
        new("path") { Description = description, Arity = ArgumentArity.ZeroOrMore, DefaultValueFactory = _ => others, CustomParser = ReadPaths };

    /// <exception cref="UsageException">A path is empty: an unset variable of a script, which must not turn into a look at some other folder.</exception>
    public static void RequirePaths(string[] paths)
    {
        if (Array.Exists(paths, string.IsNullOrEmpty))
        {
            throw new UsageException("A path is empty; name a file or a folder ('.' is the current one).");
        }
    }

    /// <summary>Paths as they are written. The library's own conversion of texts to texts sets up converters for every type first, a tenth of a cold start.</summary>
    private static string[] ReadPaths(ArgumentResult result)
    {
        var paths = new string[result.Tokens.Count];
        for (var i = 0; i < paths.Length; i++)
        {
            paths[i] = result.Tokens[i].Value;
            if (paths[i].StartsWith('-'))
            {
                result.AddError($"There is no option '{new Untrusted(paths[i])}' (a path that begins with a dash is written './{new Untrusted(paths[i])}').");
            }
        }

        return paths;
    }
}
