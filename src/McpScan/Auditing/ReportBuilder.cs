using System.Collections.Immutable;
using System.Text;
using McpScan.Modeling;
using McpScan.Rules;
using McpScan.Text;

namespace McpScan.Auditing;

/// <summary>Folds the answers into the report: order, verdicts, outcomes, exit code. Nothing behind it sees the raw files.</summary>
internal sealed class ReportBuilder(Inventory inventory, CompiledRules compiled, ContentDigest rulesDigest, AuditOptions options)
{
    /// <summary>Whether nothing was found to audit. That a file of any kind has duplicate members makes it no artifact.</summary>
    private bool IsEmpty => inventory.Servers.IsEmpty && inventory.Others.All(static subject => subject.Kind == SubjectKind.File);

    public AuditReport Build(List<Slot> slots, Answer[] answers)
    {
        // What the readers met, then what the reading of texts left out: a bound that bit makes the audit incomplete as a broken file does.
        ImmutableArray<Notice> all = [.. inventory.Notices, .. answers.SelectMany(static a => a.Notices)];
        var first = new FirstPass(inventory, options, answers);
        var (redactor, maker) = (first.Redactor, first.Maker);
        var aboutWaivers = Auditor.Ask(first.WaiverSlots, compiled);
        var findings = first.Findings.Concat(first.Reported(aboutWaivers).Select(maker.Make))
            .Select(finding => finding.HeldAgainst(options.Baseline))
            .OrderBy(f => f.Place.Path, StringComparer.Ordinal)
            .ThenBy(f => f.Place.Offset)
            .ThenBy(f => f.Rule.Id, StringComparer.Ordinal)
            .ThenBy(f => f.SubjectId, StringComparer.Ordinal)
            .ToImmutableArray();
        var broken = all.Where(n => n is { Severity: NoticeSeverity.Error, Path: not null }).Select(n => n.Path!).ToHashSet(StringComparer.Ordinal);
        var outcomes = new Outcomes(compiled.Rules.Length, inventory.Servers.Length);
        for (var i = 0; i < answers.Length; i++)
        {
            outcomes.Add(slots[i], answers[i]);
        }

        for (var i = 0; i < aboutWaivers.Length; i++)
        {
            outcomes.Add(first.WaiverSlots[i], aboutWaivers[i]);
        }

        var servers = Servers(findings, broken, outcomes, redactor);
        var isIncomplete = IsEmpty || all.Any(n => n.Severity == NoticeSeverity.Error);
        var verdict = Verdicts.Of(findings, isIncomplete);
        return new AuditReport
        {
            Tool = new ToolInfo("mcpscan", options.ToolVersion, rulesDigest),
            Timestamp = options.Timestamp,
            Verdict = verdict,
            VerdictWithoutWaivers = Verdicts.WithoutWaivers(findings, isIncomplete),
            Policy = Policy(first),
            FailOn = options.FailOn,
            Inputs = inventory.Inputs,
            Servers = servers,
            Agents = Agents(findings, redactor),
            Findings = findings,
            Rules = [.. compiled.Rules.Select((rule, i) => new RuleResult(rule, outcomes.Of(i, isIncomplete), outcomes.SubjectsOf(i)))],
            Baseline = BaselineReport.Of(options.Baseline, findings),
            Notices = Notices(all, maker, redactor),
            Coverage = inventory.Coverage,
            Masked = first.Replacements.Edited(),
            ExitCode = verdict == Verdict.Rejected ? 1 : isIncomplete ? 3 : 0,
        };
    }

    private ImmutableArray<AgentReport> Agents(ImmutableArray<Finding> findings, Redactor redactor)
    {
        var reporter = new AgentReporter(redactor, findings);
        return [.. inventory.Agents.Select(reporter.Of)];
    }

    private PolicyReport? Policy(FirstPass first)
    {
        var policy = options.Policy;
        return ReferenceEquals(policy, Governance.Policy.None)
            ? null
            : new PolicyReport(
                policy.Name is { } name ? first.Redactor.Redact(name) : null,
                policy.Source?.Path,
                policy.Source is { } source ? new ContentDigest(() => Encoding.UTF8.GetBytes(source.Text)) : null,
                options.Day,
                first.Waivers);
    }

    private ImmutableArray<ServerReport> Servers(ImmutableArray<Finding> findings, HashSet<string> broken, Outcomes outcomes, Redactor redactor)
    {
        var byServer = findings.ToLookup(f => f.Server, StringComparer.Ordinal);
        var capabilities = new CapabilityReporter(redactor);
        var reports = ImmutableArray.CreateBuilder<ServerReport>(inventory.Servers.Length);
        for (var i = 0; i < inventory.Servers.Length; i++)
        {
            var server = inventory.Servers[i];
            var id = redactor.Redact(server.Id);
            var own = byServer[id].ToList();
            var isIncomplete = broken.Count > 0 && (broken.Contains(server.Path) || server.Subjects.Any(s => broken.Contains(s.Location.Source.Path)));
            var counts = new int[(int)Severity.Critical + 1];
            foreach (var finding in own)
            {
                counts[(int)finding.Severity] += finding.Status == FindingStatus.Open ? 1 : 0;
            }

            var worst = Array.FindLastIndex(counts, count => count > 0);
            reports.Add(new ServerReport
            {
                Id = id,
                Name = redactor.Redact(server.Name.Raw),
                Version = redactor.Redact(server.Version.Raw),
                Path = server.Path,
                Group = server.Group,
                Verdict = Verdicts.Of(own, isIncomplete),
                VerdictWithoutWaivers = Verdicts.WithoutWaivers(own, isIncomplete),
                Risk = worst < 0 ? null : (Severity)worst,
                Counts = [.. counts],
                Tools = [.. server.Tools.Select(tool => new ToolReport(redactor.Redact(tool.Name.Raw), capabilities.Of(tool, server)))],
                Capabilities = capabilities.Of(server),
                Parts = Parts(server),
                Outcomes = outcomes.OfServer(i, isIncomplete),
            });
        }

        return reports.ToImmutable();
    }

    /// <summary>Its subjects besides itself, which come kind by kind.</summary>
    private static ImmutableArray<SubjectCount> Parts(Server server)
    {
        var parts = ImmutableArray.CreateBuilder<SubjectCount>();
        var first = 1;
        for (var i = 2; i <= server.Subjects.Length; i++)
        {
            if (i == server.Subjects.Length || server.Subjects[i].Kind != server.Subjects[first].Kind)
            {
                parts.Add(new SubjectCount(server.Subjects[first].Kind, i - first));
                first = i;
            }
        }

        return parts.ToImmutable();
    }

    private ImmutableArray<ReportNotice> Notices(ImmutableArray<Notice> all, FindingMaker maker, Redactor redactor)
    {
        var notices = all.AsEnumerable();
        if (IsEmpty)
        {
            notices = notices.Append(new Notice(NoticeSeverity.Error, "Nothing was found to audit: none of the files is a manifest, capture or client configuration that McpScan knows."));
        }

        return
        [
            .. notices
                .Select(n => new ReportNotice(n.Severity, redactor.Redact(n.Message), n.Path, n.Location is null ? null : maker.PlaceOf(n.Location)))
                .OrderBy(n => n.Path, StringComparer.Ordinal)
                .ThenBy(n => n.Place?.Offset ?? -1)
                .ThenBy(n => n.Message, StringComparer.Ordinal),
        ];
    }
}
