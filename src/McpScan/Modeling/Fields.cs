using System.Collections.Immutable;

namespace McpScan.Modeling;

/// <summary>The tables of fields, one per kind of subject. Documentation and the validation of rules read them; modelers fill them.</summary>
public static class Fields
{
    /// <summary>The name of the field that covers every text of a subject.</summary>
    public const string AllText = "text";

    private static readonly ImmutableArray<ImmutableArray<Field>> Tables = Number(
    [
        ServerFields.All, ToolFields.All, PromptFields.All, ResourceFields.All, LaunchFields.All, RemoteFields.All,
        PackageFields.All, InputFields.All, ClientFields.All, PermissionsFields.All, GatewayFields.All, AgentFields.All,
        LimitsFields.All, LimitFields.All, TrailFields.All, ReachFields.All, WaiverFields.All, FileFields.All,
    ]);

    /// <summary>All fields of a kind, in the order of their table.</summary>
    public static ImmutableArray<Field> For(SubjectKind kind) => Tables[(int)kind];

    /// <summary>A field by its name in rules, or null.</summary>
    public static Field? Find(SubjectKind kind, string name)
    {
        foreach (var field in For(kind))
        {
            if (field.Name == name)
            {
                return field;
            }
        }

        return null;
    }

    private static ImmutableArray<ImmutableArray<Field>> Number(ImmutableArray<ImmutableArray<Field>> tables)
    {
        foreach (var table in tables)
        {
            for (var i = 0; i < table.Length; i++)
            {
                table[i].Ordinal = i;
            }
        }

        return tables;
    }

    internal static Field TextOf(SubjectKind kind) => new(kind, AllText, "Every text of the subject that a model or a person reads.");
}
