using System.Collections.Immutable;

namespace McpScan.Modeling;

/// <summary>The fields of a <see cref="SubjectKind.Resource"/>.</summary>
public static class ResourceFields
{
    public static readonly Field Name = New("name", "The name of the resource.", isText: true);
    public static readonly Field Title = New("title", "Its title.", isText: true);
    public static readonly Field Description = New("description", "Its description.", isText: true);
    public static readonly Field Uri = New("uri", "Its address.");
    public static readonly Field UriTemplate = New("uriTemplate", "The address template of a resource template.");
    public static readonly Field MimeType = New("mimeType", "Its media type.");
    public static readonly Field Size = New("size", "Its size in bytes.");
    public static readonly Field Audience = New("annotations.audience", "Whom it is meant for: user, assistant.");
    public static readonly Field Body = New("contents.text", "Its text, where a resources/read result carries it.", isText: true);
    public static readonly Field CspDomain = New("_meta.ui.csp.*", "A domain that a UI resource may reach; the key is the directive.");
    public static readonly Field UiPermission = New("_meta.ui.permissions.*", "A browser permission that a UI resource asks for; the key is its name.");
    public static readonly Field IconSource = New("icons.src", "The address of an icon.");
    public static readonly Field Meta = New("_meta", "Any other value under _meta.", isText: true);
    public static readonly Field Other = New("other", "Any value of a member that no version of MCP defines.", isText: true);
    public static readonly Field Text = Fields.TextOf(SubjectKind.Resource);

    public static readonly ImmutableArray<Field> All =
    [
        Name, Title, Description, Uri, UriTemplate, MimeType, Size, Audience, Body, CspDomain, UiPermission,
        IconSource, Meta, Other, Text,
    ];

    private static Field New(string name, string doc, bool isText = false) => new(SubjectKind.Resource, name, doc, isText);
}
