using McpScan.Checks;
using McpScan.Modeling;
using McpScan.Rules;

namespace McpScan.Auditing;

/// <summary>A rule that fired on a subject, before the report gives it words and places.</summary>
/// <param name="RuleIndex">The rule's index in the report.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Subject">The subject.</param>
/// <param name="Server">Its server, or null.</param>
/// <param name="Hits">The evidence, in order of place; empty where the absence of something is the evidence.</param>
internal sealed record Detection(int RuleIndex, Rule Rule, Subject Subject, Server? Server, List<Hit> Hits)
{
    /// <summary>The file in which the first evidence stands.</summary>
    public string Path => Hits is [var first, ..] ? first.Node.Source.Path : Subject.Location.Source.Path;
}
