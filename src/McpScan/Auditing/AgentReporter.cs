using System.Collections.Immutable;
using McpScan.Checks.Capabilities;
using McpScan.Modeling;
using McpScan.Text;

namespace McpScan.Auditing;

/// <summary>Makes what reports say of agents: names without secrets, lists of bounded length.</summary>
internal sealed class AgentReporter(Redactor redactor, ImmutableArray<Finding> findings)
{
    /// <summary>Servers and tools that are listed for one grant: a thousand agents may each have ten thousand tools by one wildcard.</summary>
    public const int MaxListed = 200;

    private const string ToxicFlow = "toxic-flow";

    private readonly ILookup<string, string> _flows = findings.Where(static f => f.Rule.Family == ToxicFlow).ToLookup(static f => f.SubjectId, static f => f.Fingerprint, StringComparer.Ordinal);

    public AgentReport Of(Agent agent)
    {
        var id = redactor.Redact(agent.Id);
        return new AgentReport
        {
            Id = id,
            Name = redactor.Redact(agent.Name.Raw),
            Kind = agent.Kind,
            Path = agent.Path,
            Servers = [.. agent.Grants.Select(Of)],
            ToxicFlows = [.. _flows[id + ReachModeler.Suffix]],
            Capabilities = [.. CapabilityIndex.Of(agent).Observed
                .Where(static seen => seen.Confidence >= Confidence.Medium)
                .Take(MaxListed)
                .Select(seen => new Untrusted(redactor.Redact(seen.Term.ToString())))],
        };
    }

    private GrantReport Of(Grant grant) => new(
        redactor.Redact(grant.Name.Raw),
        [.. grant.Servers.Take(MaxListed).Select(server => redactor.Redact(server.Id))],
        grant.Standing,
        grant.Whole is not null,
        grant.Tools.Length,
        [.. grant.Tools.Take(MaxListed).Select(tool => new GrantedToolReport(redactor.Redact(tool.Name.Raw), tool.IsKnown))]);
}
