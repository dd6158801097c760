using System.Collections.Immutable;

namespace McpScan.Modeling;

/// <summary>The fields of a <see cref="SubjectKind.Limits"/>.</summary>
public static class LimitsFields
{
    public static readonly Field PerUser = New("perUser.*", "A limit of each user; the key is its name, such as requests_per_minute.");
    public static readonly Field PerDepartment = New("perDepartment.*", "A limit of a department; the key is the limit's name, not the department's.");
    public static readonly Field PerTool = New("perTool", "The name of a tool that has a limit of its own, or a wildcard.");
    public static readonly Field Other = New("other", "Any text of a member that its format does not define.", isText: true);
    public static readonly Field Text = Fields.TextOf(SubjectKind.Limits);

    public static readonly ImmutableArray<Field> All =
    [
        PerUser, PerDepartment, PerTool, Other, Text,
    ];

    private static Field New(string name, string doc, bool isText = false) => new(SubjectKind.Limits, name, doc, isText);
}
