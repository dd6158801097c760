using System.Collections.Immutable;

namespace McpScan.Modeling;

/// <summary>The fields of a <see cref="SubjectKind.File"/>.</summary>
public static class FileFields
{
    public static readonly Field Path = New("path", "The file's path; the node is its root.");
    public static readonly Field Duplicate = New("duplicates", "The name of a member that was written before in the same object.");
    public static readonly Field Text = Fields.TextOf(SubjectKind.File);

    public static readonly ImmutableArray<Field> All =
    [
        Path, Duplicate, Text,
    ];

    private static Field New(string name, string doc, bool isText = false) => new(SubjectKind.File, name, doc, isText);
}
