namespace McpScan.Reporting.Views;

/// <summary>What a template sees. Texts are as the report has them; the encoder of the template makes them visible and escapes them.</summary>
internal sealed record ReportView
{
    public required string ToolName { get; init; }

    public required string ToolVersion { get; init; }

    public required string RulesDigest { get; init; }

    /// <summary>ISO 8601 date and time in UTC; null where none was given.</summary>
    public required string? Timestamp { get; init; }

    public required string Verdict { get; init; }

    public required string VerdictSentence { get; init; }

    /// <summary>What the verdict would be without waivers; null where nothing is waived.</summary>
    public required string? WithoutWaivers { get; init; }

    /// <summary>Null where there was none.</summary>
    public required PolicyView? Policy { get; init; }

    public required string? IncompleteBecause { get; init; }

    public required string FailOn { get; init; }

    public required int ExitCode { get; init; }

    /// <summary>All five severities, worst first.</summary>
    public required IReadOnlyList<CountView> Counts { get; init; }

    /// <summary>Such as <c>1 critical, 2 high</c>; empty where nothing is open.</summary>
    public required string CountsText { get; init; }

    public required int Open { get; init; }

    public required int Accepted { get; init; }

    /// <summary>How the findings stand to an earlier report; null where none was given.</summary>
    public required string? Baseline { get; init; }

    /// <summary>Findings of the earlier report that are no longer there; those that are named.</summary>
    public required IReadOnlyList<AbsentView> Absent { get; init; }

    /// <summary>Worst first.</summary>
    public required IReadOnlyList<ServerView> Servers { get; init; }

    /// <summary>Those that a reader must see: all of a few, else those that are not approved.</summary>
    public required IReadOnlyList<ServerView> ServersShown { get; init; }

    /// <summary>The others.</summary>
    public required IReadOnlyList<ServerView> ServersFolded { get; init; }

    /// <summary>The agents with what they may call; those that people must see.</summary>
    public required IReadOnlyList<AgentView> Agents { get; init; }

    /// <summary>How many agents people must see.</summary>
    public required int AgentsTotal { get; init; }

    /// <summary>How many of them are left out for want of room.</summary>
    public required int AgentsLeftOut { get; init; }

    /// <summary>What servers and tools can do.</summary>
    public required CapabilityMatrix Capabilities { get; init; }

    /// <summary>Findings by server, the worst server first.</summary>
    public required IReadOnlyList<GroupView> Groups { get; init; }

    public required int FindingsTotal { get; init; }

    /// <summary>How many findings are listed in a line each instead of in full, because there are too many.</summary>
    public required int FindingsInBrief { get; init; }

    /// <summary>How many findings are only counted.</summary>
    public required int FindingsLeftOut { get; init; }

    public required IReadOnlyList<FamilyView> Families { get; init; }

    public required int RulesTotal { get; init; }

    public required IReadOnlyList<NoticeView> Notices { get; init; }

    public required int FilesSeen { get; init; }

    public required int FilesRead { get; init; }

    public required IReadOnlyList<GapView> NotExamined { get; init; }

    public required IReadOnlyList<GapView> Skipped { get; init; }

    public required IReadOnlyList<InputView> Inputs { get; init; }

    /// <summary>The policy and the lock.</summary>
    public required IReadOnlyList<StandardView> Standards { get; init; }

    /// <summary>What the report comes to, a sentence each.</summary>
    public required IReadOnlyList<string> Briefing { get; init; }

    /// <summary>Those that were asked for.</summary>
    public required IReadOnlyList<FrameworkView> Frameworks { get; init; }

    /// <summary>Whether frameworks are few enough to be shown opened.</summary>
    public bool IsOpenedByFramework => Frameworks.Count <= 2;

    /// <summary>Null for an audit alone.</summary>
    public required SignOffView? SignOff { get; init; }
}

/// <summary>A file that set the standards.</summary>
/// <param name="Role">Such as <c>Policy</c>.</param>
/// <param name="Name">What it calls itself; null where it has no name.</param>
/// <param name="Path">The file.</param>
/// <param name="Sha256">Its digest.</param>
internal sealed record StandardView(string Role, string? Name, string Path, string Sha256);

internal sealed record CountView(string Severity, int Count);

internal sealed record NoticeView(string Severity, string? At, string Message);

/// <summary>A finding of an earlier report that is no longer there.</summary>
internal sealed record AbsentView(string RuleId, string Message, string At);

internal sealed record InputView(string Path, string Kind, string Sha256);

/// <summary>Gaps with one reason.</summary>
/// <param name="Reason">The reason.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Paths">The first of them.</param>
/// <param name="More">How many are not named.</param>
internal sealed record GapView(string Reason, int Count, IReadOnlyList<string> Paths, int More);

/// <summary>A family of rules.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Fired">How many of its rules found something.</param>
/// <param name="Rules">Its rules that were asked.</param>
internal sealed record FamilyView(string Name, int Fired, IReadOnlyList<RuleView> Rules);

internal sealed record RuleView(string Id, string Title, string Severity, string Outcome, int Subjects);
