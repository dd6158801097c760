using System.Collections.Immutable;
using McpScan.Modeling;
using McpScan.Rules;
using McpScan.Standards;

namespace McpScan.Governance;

/// <summary>Another severity or threshold for some findings. A selector that is empty fits everything.</summary>
/// <param name="Rules">Ids of rules.</param>
/// <param name="Families">Families of rules.</param>
/// <param name="Servers">Patterns of server ids and entry names.</param>
/// <param name="Paths">Patterns of file paths.</param>
/// <param name="Severity">The severity; null leaves it.</param>
/// <param name="FailOn">The threshold; null leaves it.</param>
/// <param name="MinConfidence">The confidence below which findings are left out; null leaves it.</param>
public sealed record PolicyOverride(
    ImmutableArray<string> Rules,
    ImmutableArray<string> Families,
    ImmutableArray<Glob> Servers,
    ImmutableArray<Glob> Paths,
    Severity? Severity,
    Severity? FailOn,
    Confidence? MinConfidence)
{
    /// <summary>Whether it holds for a rule's finding.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="server">The id of the finding's server; a finding of no server fits no selector of servers.</param>
    /// <param name="path">The file.</param>
    public bool Concerns(Rule rule, string? server, string path) =>
        (Rules.IsEmpty || Rules.Contains(rule.Id))
        && (Families.IsEmpty || Families.Contains(rule.Family))
        && (Servers.IsEmpty || (server is not null && Servers.Any(glob => Fits(glob, server))))
        && (Paths.IsEmpty || Paths.Any(glob => glob.IsMatch(path)));

    /// <summary>Whether a pattern fits a server's id, or the name of its entry: what the audited side calls itself must not choose its own threshold.</summary>
    internal static bool Fits(Glob glob, string server) =>
        glob.IsMatch(server) || (server.IndexOf('#', StringComparison.Ordinal) is >= 0 and var sign && glob.IsMatch(server[(sign + 1)..]));
}
