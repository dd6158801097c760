using McpScan.Discovery.Recognisers;
using McpScan.Modeling;
using McpScan.Syntax;

namespace McpScan.Discovery.Gateways;

/// <summary>Reads the servers of a gateway or of a central registry: <c>url</c>, <c>oauth2{issuer, audience, scopes}</c>, <c>tool_scopes{tool{required}}</c>; <c>version</c>, <c>status</c>, <c>owner</c> and so on.</summary>
internal static class GatewayServers
{
    /// <summary>The <c>registry</c> section: its version; in some files the servers stand within it.</summary>
    public static void ReadRegistry(GatewayDraft gateway, DataMember section)
    {
        foreach (var member in section.Value.Members)
        {
            if (member.Name.Value == "version")
            {
                gateway.Entries.AddOptional(GatewayFields.RegistryVersion, member.Value);
            }
            else if (member.Name.Value == "servers")
            {
                Read(gateway, member);
            }
            else
            {
                gateway.Entries.AddOptional(GatewayFields.Setting, member.Value, member.Value is ScalarNode ? member.Name : null);
            }
        }
    }

    public static void Read(GatewayDraft gateway, DataMember section)
    {
        var isRegistry = GatewayShape.IsRegistry(gateway.Root);
        var settlesAccess = GatewayEntries.AnyHas(section.Value, GatewayWords.SettlesAccess);
        foreach (var (name, entry) in GatewayEntries.Of(section.Value))
        {
            if (!gateway.HasRoom(entry))
            {
                return;
            }

            gateway.Entries.Add(GatewayFields.ServerName, name, name);
            gateway.Add(ReadServer(gateway, name, entry, isRegistry, settlesAccess));
        }

        if (section.Value is ScalarNode { Kind: not ScalarKind.Null })
        {
            gateway.Lose(section.Value, "The servers of a gateway are a map by name or a list; there is none to examine.");
        }
    }

    private static ServerFragment ReadServer(GatewayDraft gateway, ScalarNode name, DataNode entry, bool isRegistry, bool settlesAccess)
    {
        var server = new ServerDraft(entry, gateway.Notices);
        server.SetName(name);
        if (isRegistry)
        {
            server.Entries.Add(ServerFields.Registration, name);
        }

        var access = new EntryCollector(entry, gateway.Notices);
        if (settlesAccess)
        {
            access.Add(RemoteFields.Gateway, name);
        }

        var isLaunch = (entry["command"] ?? entry["cmd"]) is not null;
        var rest = GatewayEntries.Without(entry, member => ReferenceEquals(member.Value, name) || AddMember(server, access, member, isLaunch));
        ClientEntry.Read(server, name, entry is ObjectNode ? rest : entry);
        AddAccess(server, name, entry, access);
        return server.ToFragment(FragmentScope.Gateway, name.Value) with { Anchor = name };
    }

    private static bool AddMember(ServerDraft server, EntryCollector access, DataMember member, bool isLaunch)
    {
        var (name, value) = (member.Name.Value, member.Value);
        if (name == "version")
        {
            server.SetVersion(value);
        }
        else if (GatewayWords.IsToolScopes(name))
        {
            AddToolScopes(server, access, value);
        }
        else if (name == "tools" && AreNames(value))
        {
            foreach (var item in value.Items)
            {
                AddToolName(server, (ScalarNode)item);
            }
        }
        else if (GatewayWords.OfRegistration(name) is { } field)
        {
            // What is written and empty says as little as what is not written.
            if (value is not ScalarNode scalar || !string.IsNullOrWhiteSpace(scalar.Value))
            {
                server.Entries.AddOptional(field, value);
            }
        }
        else if (name is "secrets" or "credentials" || (name is "env" or "environment" && !isLaunch))
        {
            GatewaySecrets.Read(server, member);
        }
        else
        {
            return name == "oauth2" && RemoteModeler.TryAdd(access, member);
        }

        return true;
    }

    // {tool: {required: [scopes]}}, {tool: [scopes]} or {tool: scope}.
    private static void AddToolScopes(ServerDraft server, EntryCollector access, DataNode scopes)
    {
        foreach (var (tool, value) in GatewayEntries.Of(scopes, "tool"))
        {
            AddToolName(server, tool);
            access.Add(RemoteFields.ToolScopes, tool, tool);
            access.AddOptional(RemoteFields.ToolScope, value is ObjectNode ? value["required"] ?? value["scopes"] : value, tool);
        }
    }

    private static void AddToolName(ServerDraft server, ScalarNode tool) => server.Entries.Add(ServerFields.ToolName, tool, tool);

    private static bool AreNames(DataNode tools)
    {
        foreach (var item in tools.Items)
        {
            if (item is not ScalarNode)
            {
                return false;
            }
        }

        return tools is ArrayNode;
    }

    /// <summary>What the gateway settles belongs to the endpoint; where the entry names no address, to one that stands elsewhere.</summary>
    private static void AddAccess(ServerDraft server, ScalarNode name, DataNode entry, EntryCollector access)
    {
        var entries = access.ToEntries();
        if (entries.IsEmpty)
        {
            return;
        }

        for (var i = 0; i < server.Subjects.Count; i++)
        {
            if (server.Subjects[i].Kind == SubjectKind.Remote)
            {
                server.Subjects[i] = server.Subjects[i] with { Entries = server.Subjects[i].Entries.AddRange(entries) };
                return;
            }
        }

        server.Subjects.Add(RemoteModeler.Draft(name.Value, name, entry, access));
    }
}
