using System.Collections.Immutable;
using McpScan.Checks.Capabilities;
using McpScan.Modeling;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Auditing;

/// <summary>Makes what reports say of capabilities: texts without secrets, places without excerpts.</summary>
internal sealed class CapabilityReporter(Redactor redactor)
{
    /// <summary>What a tool can do, with every declaration as it was written, also one that follows no grammar.</summary>
    public CapabilityReports Of(Subject tool, Server server)
    {
        var set = CapabilityIndex.Of(tool, server);
        var written = tool.Select(ToolFields.Capability).Select(static entry => entry.Node).OfType<ScalarNode>().Select(static node => node.Value);
        return Of(set, written, redactor.Redact(tool.Id));
    }

    /// <summary>What a server can do.</summary>
    public CapabilityReports Of(Server server) => Of(CapabilityIndex.Of(server), [], redactor.Redact(server.Self.Id));

    private CapabilityReports Of(CapabilitySet set, IEnumerable<string> written, string logicalPath)
    {
        var observed = Reports(set.Observed, logicalPath);
        var declared = Reports(set.Declared, logicalPath);
        var texts = new SortedSet<string>(written.Select(redactor.Redact), StringComparer.Ordinal);
        texts.UnionWith(observed.Select(static c => c.Text.Raw));
        texts.UnionWith(declared.Select(static c => c.Text.Raw));
        return new CapabilityReports([.. Array.ConvertAll(texts.ToArray(), static text => new Untrusted(text))], observed, declared, [.. Array.ConvertAll(set.Claims.ToArray(), static claim => claim.Kind)]) { Row = CapabilityCell.RowOf(set) };
    }

    private ImmutableArray<CapabilityReport> Reports(ImmutableArray<Capability> capabilities, string logicalPath)
    {
        var reports = ImmutableArray.CreateBuilder<CapabilityReport>(capabilities.Length);
        foreach (var capability in capabilities)
        {
            var evidence = capability.Evidence;
            reports.Add(new CapabilityReport(
                redactor.Redact(capability.Term.ToString()),
                capability.Term.IsExtension,
                capability.Confidence,
                capability.Radius,
                capability.Sensitivity,
                redactor.Redact(evidence.Words),
                PlaceMaker.MakePlain(evidence.Node.Source, evidence.Span, logicalPath)));
        }

        return reports.MoveToImmutable();
    }
}
