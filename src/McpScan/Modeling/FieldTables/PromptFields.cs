using System.Collections.Immutable;

namespace McpScan.Modeling;

/// <summary>The fields of a <see cref="SubjectKind.Prompt"/>.</summary>
public static class PromptFields
{
    public static readonly Field Name = New("name", "The name of the prompt.", isText: true);
    public static readonly Field Title = New("title", "Its title.", isText: true);
    public static readonly Field Description = New("description", "Its description.", isText: true);
    public static readonly Field ArgumentName = New("arguments.*.name", "The name of an argument.", isText: true);
    public static readonly Field ArgumentTitle = New("arguments.*.title", "The title of an argument.", isText: true);
    public static readonly Field ArgumentDescription = New("arguments.*.description", "The description of an argument.", isText: true);
    public static readonly Field Body = New("body", "The text of the prompt, where a bundle or a prompts/get result carries it.", isText: true);
    public static readonly Field IconSource = New("icons.src", "The address of an icon.");
    public static readonly Field Meta = New("_meta", "Any value under _meta.", isText: true);
    public static readonly Field Other = New("other", "Any value of a member that no version of MCP defines.", isText: true);
    public static readonly Field Text = Fields.TextOf(SubjectKind.Prompt);

    public static readonly ImmutableArray<Field> All =
    [
        Name, Title, Description, ArgumentName, ArgumentTitle, ArgumentDescription, Body, IconSource, Meta, Other,
        Text,
    ];

    private static Field New(string name, string doc, bool isText = false) => new(SubjectKind.Prompt, name, doc, isText);
}
