using System.Collections.Immutable;

namespace McpScan.Modeling;

/// <summary>The fields of a <see cref="SubjectKind.Permissions"/>.</summary>
public static class PermissionsFields
{
    public static readonly Field Name = New("name", "The profile's or manifest's name.");
    public static readonly Field Grammar = New("grammar", "The version of the grammar it is written in.");
    public static readonly Field Capability = New("capabilities", "A declared capability, as it was written.");
    public static readonly Field Read = New("read", "A path that may be read.");
    public static readonly Field Write = New("write", "A path that may be written.");
    public static readonly Field NetworkMode = New("network.mode", "The network mode.");
    public static readonly Field AllowAll = New("network.insecure_allow_all", "Whether every outbound connection is allowed.");
    public static readonly Field AllowHost = New("network.allow_host", "A host that may be reached.");
    public static readonly Field AllowPort = New("network.allow_port", "A port that may be reached.");
    public static readonly Field Privileged = New("privileged", "Whether the container is privileged.");
    public static readonly Field InboundHost = New("network.inbound.allow_host", "A host that may connect to the server.");
    public static readonly Field Other = New("other", "Any text of a member that its format does not define.", isText: true);
    public static readonly Field Text = Fields.TextOf(SubjectKind.Permissions);

    public static readonly ImmutableArray<Field> All =
    [
        Name, Grammar, Capability, Read, Write, NetworkMode, AllowAll, AllowHost, AllowPort, Privileged, InboundHost,
        Other, Text,
    ];

    private static Field New(string name, string doc, bool isText = false) => new(SubjectKind.Permissions, name, doc, isText);
}
