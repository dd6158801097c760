using System.Collections.Immutable;

namespace McpScan.Modeling;

/// <summary>The fields of a <see cref="SubjectKind.Waiver"/>.</summary>
public static class WaiverFields
{
    public static readonly Field Rule = New("rule", "The rule whose finding it accepts.");
    public static readonly Field Approver = New("approver", "Who accepted the finding.");
    public static readonly Field Created = New("created", "The day on which it was accepted.");
    public static readonly Field Expires = New("expires", "The last day on which it holds.");
    public static readonly Field Reason = New("reason", "Why the finding is accepted.");
    public static readonly Field Problem = New(
        "problems.*",
        "What is wrong with it, found by comparing it with the findings and the day of the audit: expired, future, orphaned, self-approved, unentitled, many-rules, no-place, no-end, too-long, "
        + "unbound, changed. The node is what shows it; the key says more.");
    public static readonly Field Text = Fields.TextOf(SubjectKind.Waiver);

    public static readonly ImmutableArray<Field> All = [Rule, Approver, Created, Expires, Reason, Problem, Text];

    private static Field New(string name, string doc) => new(SubjectKind.Waiver, name, doc);
}
