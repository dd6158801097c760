using System.CommandLine;
using McpScan.Rules;

namespace McpScan.Cli;

/// <summary>The option <c>--rules DIR</c>: an author's rules besides the built-in ones.</summary>
internal static class RuleFolders
{
    public static Option<string[]> Option() => new("--rules") { HelpName = "DIR", Description = "A folder with further rules. Repeatable.", AllowMultipleArgumentsPerToken = false };

    /// <summary>The built-in rules and those of the folders.</summary>
    /// <exception cref="UsageException">A folder cannot be read or a rule in it is wrong.</exception>
    public static RuleSet Load(string[] folders, CliHost host)
    {
        var rules = RuleSet.BuiltIn;
        foreach (var folder in folders)
        {
            rules = rules.With(UserFiles.RuleFiles(folder, host), out var errors);
            if (!errors.IsEmpty)
            {
                throw new UsageException(string.Join(Environment.NewLine, errors));
            }
        }

        return rules;
    }
}
