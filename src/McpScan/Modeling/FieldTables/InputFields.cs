using System.Collections.Immutable;

namespace McpScan.Modeling;

/// <summary>The fields of a <see cref="SubjectKind.Input"/>.</summary>
public static class InputFields
{
    public static readonly Field Name = New("name", "The name of the variable, header, argument or setting.");
    public static readonly Field Description = New("description", "What it is for.", isText: true);
    public static readonly Field Type = New("type", "Its type or prompt kind.");
    public static readonly Field Secret = New("secret", "Whether it is declared secret: isSecret, sensitive, password, secret.");
    public static readonly Field Required = New("required", "Whether it must be given.");
    public static readonly Field Default = New("default", "Its default.");
    public static readonly Field Value = New("value", "A fixed value.");
    public static readonly Field Placeholder = New("placeholder", "A placeholder that is shown to the user.");
    public static readonly Field Choice = New("choices", "A value that can be chosen.");
    public static readonly Field Role = New("role", "What it becomes; the key is env, header, argument, setting or prompt.");
    public static readonly Field Source = New("source", "The reference by which a gateway finds its value, such as the path in a vault.");
    public static readonly Field InjectedBy = New("injectedBy", "Who puts its value into the server.");
    public static readonly Field Other = New("other", "Any text of a member that its format does not define.", isText: true);
    public static readonly Field Text = Fields.TextOf(SubjectKind.Input);

    public static readonly ImmutableArray<Field> All =
    [
        Name, Description, Type, Secret, Required, Default, Value, Placeholder, Choice, Role, Source, InjectedBy, Other, Text,
    ];

    private static Field New(string name, string doc, bool isText = false) => new(SubjectKind.Input, name, doc, isText);
}
