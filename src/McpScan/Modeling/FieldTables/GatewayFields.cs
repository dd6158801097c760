using System.Collections.Immutable;

namespace McpScan.Modeling;

/// <summary>The fields of a <see cref="SubjectKind.Gateway"/>.</summary>
public static class GatewayFields
{
    public static readonly Field Section = New("sections", "The name of a section that the file has: registry, servers, limits, agents.");
    public static readonly Field RegistryVersion = New("registry.version", "The version of the central registry.");
    public static readonly Field ServerName = New("servers.*.name", "The name of each server in it, for questions about the set.");
    public static readonly Field Setting = New("settings.*", "A value of any other setting, at any depth; the key is its name.");
    public static readonly Field Text = Fields.TextOf(SubjectKind.Gateway);

    public static readonly ImmutableArray<Field> All =
    [
        Section, RegistryVersion, ServerName, Setting, Text,
    ];

    private static Field New(string name, string doc, bool isText = false) => new(SubjectKind.Gateway, name, doc, isText);
}
