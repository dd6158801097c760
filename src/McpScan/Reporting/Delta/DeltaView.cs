using System.Collections.Immutable;
using McpScan.Auditing;
using McpScan.Auditing.Locking;
using McpScan.Modeling;
using McpScan.Rules;
using McpScan.Text;

namespace McpScan.Reporting.Delta;

/// <summary>What changed between two states, worst first, and what can newly be done; every format shows the same.</summary>
internal sealed record DeltaView
{
    public required Untrusted Old { get; init; }

    public required Untrusted New { get; init; }

    /// <summary>What it comes to, with the exit code.</summary>
    public required string Sentence { get; init; }

    public required string? IncompleteBecause { get; init; }

    public required Severity FailOn { get; init; }

    public required int ExitCode { get; init; }

    /// <summary>Changes by severity, index = <see cref="Severity"/>.</summary>
    public required IReadOnlyList<int> Counts { get; init; }

    public required ImmutableArray<DeltaRow> Rows { get; init; }

    /// <summary>What each server can do that it could not, in the report's order of servers.</summary>
    public required ImmutableArray<DeltaPower> Powers { get; init; }

    public required ImmutableArray<ReportNotice> Notices { get; init; }

    public static DeltaView Of(DeltaReport delta)
    {
        var report = delta.Report;
        var names = report.Servers.ToDictionary(static server => server.Id, static server => server.Name, StringComparer.Ordinal);
        var rows = report.Findings
            .SelectMany(finding => finding.Changes.Distinct().Select(change => DeltaRow.Of(finding, change, finding.Server is { } id ? names[id] : finding.SubjectName)))
            .OrderByDescending(static row => row.Severity)
            .ToImmutableArray();
        var counts = new int[5];
        var failing = new int[5];
        foreach (var row in rows)
        {
            counts[(int)row.Severity]++;
            failing[(int)row.Severity] += row.IsRejecting ? 1 : 0;
        }

        return new DeltaView
        {
            Old = delta.Old,
            New = delta.New,
            Sentence = Say(delta, counts, failing),
            IncompleteBecause = delta.IsComplete ? null : "not everything could be read, so there may be further changes",
            FailOn = report.FailOn,
            ExitCode = delta.ExitCode,
            Counts = counts,
            Rows = rows,
            Powers = DeltaPower.Of(rows),
            Notices = report.Notices,
        };
    }

    private static string Say(DeltaReport delta, int[] counts, int[] failing)
    {
        var report = delta.Report;
        var total = counts.Sum();
        var all = total == 0 ? "no change" : $"{Phrases.List(Phrases.CountWords(counts))} {(total == 1 ? "change" : "changes")}";
        var rejecting = failing.Sum();

        // A policy may have set a lower threshold for a place.
        var threshold = failing.AsSpan(0, (int)report.FailOn).ContainsAnyExcept(0) ? "the thresholds of the policy" : $"--fail-on {Words.Of(report.FailOn)}";
        return delta.ExitCode switch
        {
            1 => $"drift: {all}, {rejecting} at or above {threshold}",
            3 => $"incomplete: {all} in what could be read",
            _ => total == 0 ? "no drift" : $"{all}, none at or above {threshold}",
        } + $" (exit code {delta.ExitCode})";
    }
}

/// <summary>One change.</summary>
internal sealed record DeltaRow
{
    public required Severity Severity { get; init; }

    /// <summary>Whether its finding rejects.</summary>
    public required bool IsRejecting { get; init; }

    public required Rule Rule { get; init; }

    /// <summary>The name of the server.</summary>
    public required Untrusted Server { get; init; }

    public required SubjectKind SubjectKind { get; init; }

    public required Untrusted Subject { get; init; }

    public required FindingChange Change { get; init; }

    /// <summary>The finding's sentence.</summary>
    public required string Message { get; init; }

    public required Place Place { get; init; }

    /// <summary>What changed, such as <c>tool search: description</c>.</summary>
    public Untrusted What => SubjectKind is SubjectKind.Server or SubjectKind.File || Change.Kind == ChangeKind.NewDefinition
        ? Change.What
        : new Untrusted($"{Words.Of(SubjectKind)}{(Subject.Raw == Server.Raw ? "" : " " + Subject.Raw)}: {Change.What.Raw}");

    /// <summary>The value now; null where there is none, or where <see cref="What"/> says it already.</summary>
    public Untrusted? After => Change.After is { } after && !Change.What.Raw.EndsWith(after.Raw, StringComparison.Ordinal) ? after : default(Untrusted?);

    public static DeltaRow Of(Finding finding, FindingChange change, Untrusted server) => new()
    {
        Severity = finding.Severity,
        IsRejecting = finding.IsRejecting,
        Rule = finding.Rule,
        Server = server,
        SubjectKind = finding.SubjectKind,
        Subject = finding.SubjectName,
        Change = change,
        Message = finding.Message,
        Place = finding.Place,
    };
}
