using System.CommandLine;

namespace McpScan.Cli.Commands;

/// <summary>The arguments of every command that audits: what is audited, by which standards, and how it is printed.</summary>
internal sealed class AuditArguments
{
    private readonly Option<string?> _failOn = new("--fail-on") { HelpName = "SEVERITY", Description = "The lowest severity that rejects: critical, high, medium, low or info (default high)." };
    private readonly Option<string?> _minConfidence = new("--min-confidence") { HelpName = "CONFIDENCE", Description = "Leave out findings below this confidence: high, medium or low (default low)." };
    private readonly Option<string?> _policy = new("--policy") { HelpName = "FILE", Description = "A policy file. Policies inside the audited folders are never obeyed." };
    private readonly Option<string[]> _rules = RuleFolders.Option();
    private readonly Option<string?> _templates = new("--templates") { HelpName = "DIR", Description = "A folder with templates that replace the built-in ones of the Markdown and HTML reports." };
    private readonly Option<string[]> _frameworks = new("--framework") { HelpName = "ID", Description = "Also answer by the controls of a compliance framework, such as owasp-asi. Repeatable.", AllowMultipleArgumentsPerToken = false };
    private readonly Option<bool> _experimental = new("--experimental") { Description = "Ask experimental rules as well." };
    private readonly Option<bool> _together = new("--together") { Description = "Compare all servers with each other, as if one client had them all." };
    private readonly Option<bool> _quiet = new("--quiet", "-q") { Description = "Print the verdicts only." };
    private readonly Option<bool> _verbose = new("--verbose", "-v") { Description = "Print every place and every file that was not examined." };
    private readonly Option<bool> _noColor = new("--no-color") { Description = "Print without colours, as the variable NO_COLOR does." };

    public Argument<string[]> Paths { get; } = Arguments.Paths("Files and folders to audit.");

    public void AddOptionsTo(Command command)
    {
        foreach (var option in (ReadOnlySpan<Option>)[_failOn, _minConfidence, _policy, _rules, _templates, _frameworks, _experimental, _together, _quiet, _verbose, _noColor])
        {
            command.Add(option);
        }
    }

    /// <summary>What was asked, without outputs.</summary>
    public AuditRequest Read(ParseResult parsed) => new()
    {
        Paths = parsed.GetValue(Paths) ?? ["."],
        FailOn = parsed.GetValue(_failOn),
        MinConfidence = parsed.GetValue(_minConfidence),
        Policy = parsed.GetValue(_policy),
        RuleFolders = parsed.GetValue(_rules) ?? [],
        Templates = parsed.GetValue(_templates),
        Frameworks = parsed.GetValue(_frameworks) ?? [],
        IncludesExperimental = parsed.GetValue(_experimental),
        Together = parsed.GetValue(_together),
        Quiet = parsed.GetValue(_quiet),
        Verbose = parsed.GetValue(_verbose),
        NoColor = parsed.GetValue(_noColor),
    };
}
