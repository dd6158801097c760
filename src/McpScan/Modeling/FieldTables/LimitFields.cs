using System.Collections.Immutable;

namespace McpScan.Modeling;

/// <summary>The fields of a <see cref="SubjectKind.Limit"/>.</summary>
public static class LimitFields
{
    public static readonly Field Tool = New("tool", "The tool that is limited, or a wildcard.");
    public static readonly Field Server = New("server", "The server of the tool, where the limit names one.");
    public static readonly Field Rate = New("rate.*", "How many calls are let through; the key is the span of time, such as requests_per_minute.");
    public static readonly Field Approval = New("requiresApproval", "Whether a person must approve each call.");
    public static readonly Field ApprovalAbove = New("requiresApprovalAbove.*", "The amount above which a person must approve a call; the key is the setting, or the amount's name.");
    public static readonly Field Other = New("other", "Any text of a member that its format does not define.", isText: true);
    public static readonly Field Text = Fields.TextOf(SubjectKind.Limit);

    public static readonly ImmutableArray<Field> All =
    [
        Tool, Server, Rate, Approval, ApprovalAbove, Other, Text,
    ];

    private static Field New(string name, string doc, bool isText = false) => new(SubjectKind.Limit, name, doc, isText);
}
