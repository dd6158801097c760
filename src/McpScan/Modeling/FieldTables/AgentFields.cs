using System.Collections.Immutable;

namespace McpScan.Modeling;

/// <summary>The fields of a <see cref="SubjectKind.Agent"/>.</summary>
public static class AgentFields
{
    public static readonly Field Name = New("name", "The name of the agent.");
    public static readonly Field Owner = New("owner", "Who answers for it.");
    public static readonly Field Description = New("description", "Its description.", isText: true);
    public static readonly Field Allowed = New("allowedServers", "The name of a server that the agent may call, or a wildcard.");
    public static readonly Field AllowedTool = New("allowedServers.*.tools", "The name of a tool that the agent may call on a server, or a wildcard; the key is the server.");
    public static readonly Field ToolList = New("allowedServers.*.toolList", "The list of tools of a grant as a whole, empty or not; the key is the server.");
    public static readonly Field Denied = New("deniedServers", "The name of a server that the agent must not call.");
    public static readonly Field Other = New("other", "Any text of a member that its format does not define.", isText: true);
    public static readonly Field Text = Fields.TextOf(SubjectKind.Agent);

    public static readonly ImmutableArray<Field> All =
    [
        Name, Owner, Description, Allowed, AllowedTool, ToolList, Denied, Other, Text,
    ];

    private static Field New(string name, string doc, bool isText = false) => new(SubjectKind.Agent, name, doc, isText);
}
