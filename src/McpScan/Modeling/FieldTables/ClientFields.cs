using System.Collections.Immutable;

namespace McpScan.Modeling;

/// <summary>The fields of a <see cref="SubjectKind.Client"/>.</summary>
public static class ClientFields
{
    public static readonly Field Client = New("client", "The client that reads the file, by its id in catalogs/lists/clients.yaml; the node is the root key.");
    public static readonly Field AutoApprove = New("autoApprove", "A setting that takes away prompts for the whole client.");
    public static readonly Field Permission = New("permissions.*", "An entry of a permission list; the key is allow, ask, deny or the like.");
    public static readonly Field Hook = New("hooks.*", "A command that the client runs on an event; the key is the event.");
    public static readonly Field Helper = New("helpers.*", "A command that the client runs for a setting; the key is the setting.");
    public static readonly Field Environment = New("env.*", "An environment variable that the client sets; the key is its name.");
    public static readonly Field ServerName = New("servers.*.name", "The name of each server entry, for questions about the set.");
    public static readonly Field RegistrySource = New("sources", "A marketplace, registry or plugin source.");
    public static readonly Field Text = Fields.TextOf(SubjectKind.Client);

    public static readonly ImmutableArray<Field> All =
    [
        Client, AutoApprove, Permission, Hook, Helper, Environment, ServerName, RegistrySource, Text,
    ];

    private static Field New(string name, string doc, bool isText = false) => new(SubjectKind.Client, name, doc, isText);
}
