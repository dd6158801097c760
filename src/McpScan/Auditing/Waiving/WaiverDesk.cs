using System.Collections.Immutable;
using McpScan.Governance;
using McpScan.Modeling;
using McpScan.Standards;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Auditing.Waiving;

/// <summary>Holds the waivers of a policy against the findings of an audit: what is accepted, and what is wrong with a waiver.</summary>
internal sealed class WaiverDesk
{
    /// <summary>A year, a leap year too.</summary>
    private const int MaxDays = 366;

    private readonly ApprovalClause? _approval;
    private readonly DateOnly _day;
    private readonly ImmutableArray<WaiverCase> _cases;
    private readonly List<WaiverCase> _broad;
    private readonly ILookup<string, WaiverCase> _byRule;

    /// <param name="policy">The policy with its waivers.</param>
    /// <param name="day">The day of the audit; needed where there is a waiver.</param>
    public WaiverDesk(Policy policy, DateOnly? day)
    {
        _approval = policy.Clauses.Approval;
        _cases = [.. policy.Waivers.Select(static waiver => new WaiverCase(waiver))];
        _day = day ?? (_cases.IsEmpty ? default : throw new InvalidOperationException("An audit with waivers needs the day of the audit."));
        _broad = [.. _cases.Where(static c => c.Waiver.Rule is null)];
        _byRule = _cases.Where(static c => c.Waiver.Rule is not null).ToLookup(static c => c.Waiver.Rule!.Id, StringComparer.Ordinal);
    }

    /// <summary>The waivers, once the findings have passed the desk.</summary>
    public ImmutableArray<WaiverReport> Reports { get; private set; } = [];

    /// <summary>The waivers with what is wrong with them, once the findings have passed the desk.</summary>
    public ImmutableArray<WaiverCase> Cases => _cases;

    /// <summary>Takes the findings in and gives them back in the same order, with the waived ones marked.</summary>
    /// <param name="detections">What the findings were made of.</param>
    /// <param name="findings">The findings, one for each detection.</param>
    /// <param name="show">Makes what reports show of a waiver.</param>
    public ImmutableArray<Finding> Waive(Detection[] detections, Finding[] findings, Func<WaiverCase, WaiverReport> show)
    {
        var matches = new List<WaiverCase>?[findings.Length];
        for (var i = 0; i < findings.Length && !_cases.IsEmpty; i++)
        {
            matches[i] = Match(detections[i], findings[i]);
        }

        foreach (var waiver in _cases)
        {
            Judge(waiver);
        }

        var by = new WaiverCase?[findings.Length];
        for (var i = 0; i < findings.Length; i++)
        {
            by[i] = matches[i]?.Find(c => c.Covers(findings[i]));
            by[i]?.CountWaived();
        }

        Reports = [.. _cases.Select(show)];
        return [.. findings.Select((finding, i) => by[i] is { } waiver ? finding with { Status = FindingStatus.Waived, Waiver = Reports[_cases.IndexOf(waiver)] } : finding)];
    }

    private List<WaiverCase>? Match(Detection detection, Finding finding)
    {
        List<WaiverCase>? found = null;
        foreach (var waiver in _byRule[finding.Rule.Id].Concat(_broad))
        {
            if (waiver.Concerns(finding, detection.Server?.Id))
            {
                waiver.Match(finding, detection.Server);
                (found ??= []).Add(waiver);
            }
        }

        return found;
    }

    private void Judge(WaiverCase about)
    {
        var waiver = about.Waiver;
        if (waiver.Expires < _day)
        {
            about.Add("expired", waiver.ExpiresText!, $"until {Days.Show(waiver.Expires.Value)}");
        }
        else if (waiver.Created > _day)
        {
            about.Add("future", waiver.CreatedText, $"from {Days.Show(waiver.Created)}");
        }

        JudgeBreadth(about);
        JudgeApprover(about);
        if (about.Matched == 0 && about.IsValid)
        {
            about.Add("orphaned", waiver.RuleName, "");
        }
        else if (about.Matched > 0 && waiver.Digests.IsEmpty)
        {
            about.Add("unbound", waiver.RuleName, string.Join(", ", about.Digests));
        }
        else if (about.Digests.FirstOrDefault(digest => !about.IsFor(digest)) is { } changed)
        {
            about.AddChanged(waiver.Digests[0], changed);
        }
    }

    private void JudgeBreadth(WaiverCase about)
    {
        var waiver = about.Waiver;
        var most = Math.Min(_approval?.ValidDays ?? MaxDays, MaxDays);
        if (waiver.Rule is null)
        {
            about.Add("many-rules", waiver.RuleName, "means more than one rule");
        }

        if (!IsPlace(waiver.Server) && !IsPlace(waiver.Tool) && !IsPlace(waiver.Path) && waiver.Fingerprint is null)
        {
            about.Add("no-place", waiver.RuleName, "names no server, tool, path or fingerprint");
        }

        if (waiver.Expires is not { } expires)
        {
            about.Add("no-end", waiver.RuleName, "has no end");
        }
        else if (expires.DayNumber - waiver.Created.DayNumber > most)
        {
            about.Add("too-long", waiver.ExpiresText!, most == MaxDays ? "lasts longer than a year" : $"lasts longer than the {most} days of the policy");
        }
    }

    private void JudgeApprover(WaiverCase about)
    {
        var waiver = about.Waiver;
        if (waiver.CreatedBy is { } by && Person.IsSame(by.Value, waiver.Approver.Value))
        {
            about.Add("self-approved", waiver.Approver, "who asked for it");
        }
        else if (about.Answers.Any(person => Person.IsSame(person, waiver.Approver.Value)))
        {
            about.Add("self-approved", waiver.Approver, "who owns or wrote the server");
        }

        if (_approval?.Entitles(waiver.Approver.Value) == false)
        {
            about.Add("unentitled", waiver.Approver, "");
        }
    }

    /// <summary>Whether a pattern leaves anything out.</summary>
    private static bool IsPlace(Glob? glob) => glob is not null && glob.Node.Value.AsSpan().ContainsAnyExcept("*/?#");
}
