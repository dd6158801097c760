using System.CommandLine;
using System.Text;
using McpScan.Auditing;
using McpScan.Rules;
using McpScan.Text;

namespace McpScan.Cli.Commands;

/// <summary><c>mcpscan rules list | show | verify</c>.</summary>
internal static class RulesCommand
{
    public static Command Create(CliHost host)
    {
        var command = new Command("rules", "List, explain and verify rules.");
        command.Add(List(host));
        command.Add(Show(host));
        command.Add(Verify(host));
        return command;
    }

    private static Command List(CliHost host)
    {
        var family = new Option<string?>("--family") { Description = "Only the rules of one family." };
        var list = new Command("list", "List the built-in rules.") { family };
        list.SetAction(parsed =>
        {
            var wanted = parsed.GetValue(family);
            if (wanted is not null && !Families.All.Contains(wanted))
            {
                throw new UsageException($"There is no family '{new Untrusted(wanted)}'; families are {string.Join(", ", Families.All)}.");
            }

            var lines = new StringBuilder();
            foreach (var rule in RuleSet.BuiltIn.Rules.Where(r => wanted is null || r.Family == wanted))
            {
                lines.Append($"{rule.Id,-9} {Lower(rule.Severity),-8} {Lower(rule.Confidence),-6} {Lower(rule.Status),-12} {rule.Family,-14} {rule.Name}\n");
            }

            Print(host, lines.ToString());
            return ExitCodes.Passed;
        });
        return list;
    }

    private static Command Show(CliHost host)
    {
        var name = new Argument<string>("rule") { Description = "Id or name of a rule." };
        var show = new Command("show", "Explain a rule.") { name };
        show.SetAction(parsed =>
        {
            var wanted = parsed.GetValue(name)!;
            var rule = RuleSet.BuiltIn.Find(wanted)
                ?? throw new UsageException($"There is no rule '{new Untrusted(wanted)}'; 'mcpscan rules list' shows them.");
            Print(host, RuleText.Describe(rule));
            return ExitCodes.Passed;
        });
        return show;
    }

    private static Command Verify(CliHost host)
    {
        var folder = new Argument<string>("folder") { Description = "A folder with a subfolder per family and a .yaml file per rule." };
        var verify = new Command("verify", "Check an author's rules as the built-in ones are checked: form, ids, expressions and every example.") { folder };
        verify.SetAction(parsed =>
        {
            var files = UserFiles.RuleFiles(parsed.GetValue(folder)!, host);
            var all = RuleSet.BuiltIn.With(files, out var errors);
            foreach (var (path, text) in files)
            {
                var examples = RuleExamples.Read(path, text, out var malformed);
                errors = errors.AddRange(malformed);
                if (all.Rules.FirstOrDefault(r => r.Path == path) is { } rule)
                {
                    errors = errors.AddRange(RuleVerifier.Verify(rule, examples));
                }
            }

            foreach (var error in errors)
            {
                host.Error.WriteLine($"mcpscan: {new Untrusted(error.ToString())}");
            }

            Print(host, errors.IsEmpty ? $"{Count(files.Count, "rule")} verified.\n" : $"{Count(errors.Length, "problem")} in {Count(files.Count, "rule")}.\n");
            return errors.IsEmpty ? ExitCodes.Passed : ExitCodes.Usage;
        });
        return verify;
    }

    private static string Count(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";

    private static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static void Print(CliHost host, string text)
    {
        host.Output.Write(Encoding.UTF8.GetBytes(text));
        host.Output.Flush();
    }
}
