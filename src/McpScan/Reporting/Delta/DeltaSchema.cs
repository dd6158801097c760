using System.Collections.Immutable;
using McpScan.Modeling;
using McpScan.Reporting.Json;
using McpScan.Rules;
using McpScan.Syntax.Schemas;

namespace McpScan.Reporting.Delta;

/// <summary>What the JSON of <c>mcpscan diff</c> looks like; docs/diff.schema.json is its output.</summary>
internal static class DeltaSchema
{
    private static readonly SchemaType Text = new SchemaType.Text();
    private static readonly SchemaType Severities = new SchemaType.Word([.. Enum.GetValues<Severity>().Select(Words.Of)]);

    public static readonly SchemaShape Delta = new("delta", "How a later state of MCP servers differs from an earlier one.",
    [
        new("schemaVersion", "Version of this shape: the first number changes when a reader may break, the second when members are added.", new SchemaType.Text(@"^1\.[0-9]+$")),
        new("old", "The earlier state as the caller named it.", Text),
        new("new", "The later state as the caller named it.", Text),
        new("failOn", "The lowest severity that fails.", Severities),
        new("exitCode", "The program's exit code: 0 nothing at or above failOn, 1 drift at or above it, 3 not everything could be read.", new SchemaType.Number()),
        new("complete", "Whether everything could be read.", new SchemaType.Boolean()),
        new("counts", "Numbers of changes by severity.", new SchemaType.Shape("counts")),
        new("changes", "The changes, worst first.", new SchemaType.List(new SchemaType.Shape("deltaChange"))),
        new("newly", "What each server can do that it could not.", new SchemaType.List(new SchemaType.Shape("power"))),
        new("notices", "Trouble of the run itself.", new SchemaType.List(new SchemaType.Shape("notice"))),
    ]);

    public static readonly ImmutableArray<SchemaShape> Parts =
    [
        ReportSchema.Part("counts"),
        new("deltaChange", "One change.",
        [
            new("ruleId", "The rule that judges it.", Text),
            new("ruleName", "The rule's name in kebab case.", Text),
            new("severity", "How bad it is.", Severities),
            new("server", "The name of the server. Text by the audited side.", Text),
            new("subjectKind", "The kind of thing that changed.", new SchemaType.Word([.. Enum.GetValues<SubjectKind>().Select(Words.Of)])),
            new("subject", "What a person calls it. Text by the audited side.", Text),
            .. ReportSchema.Part("change").Members,
            new("message", "One sentence about it.", Text),
            new("location", "Where it is in the later state, or in the earlier one where it is gone.", new SchemaType.Shape("place")),
        ]),
        new("power", "What a server can do that it could not.",
        [
            new("server", "Its name. Text by the audited side.", Text),
            new("acts", "Each in a few words. Text by the audited side in parts.", new SchemaType.List(Text)),
        ]),
        ReportSchema.Part("notice"),
        ReportSchema.Part("place"),
    ];
}
