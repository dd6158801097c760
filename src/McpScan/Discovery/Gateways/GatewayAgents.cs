using McpScan.Modeling;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Discovery.Gateways;

/// <summary>Reads agents: <c>allowed_servers[{server, tools}]</c>, <c>denied_servers</c>.</summary>
internal static class GatewayAgents
{
    public static void Read(GatewayDraft gateway, DataMember section)
    {
        foreach (var (name, entry) in GatewayEntries.Of(section.Value))
        {
            if (!gateway.HasRoom(entry))
            {
                return;
            }

            gateway.Add(ReadAgent(gateway, name, entry));
        }
    }

    private static SubjectDraft ReadAgent(GatewayDraft gateway, ScalarNode name, DataNode agent)
    {
        var entries = new EntryCollector(agent, gateway.Notices);
        entries.Add(AgentFields.Name, name);
        if (agent is not (ObjectNode or ScalarNode { Kind: ScalarKind.Null }))
        {
            gateway.Lose(agent, "An agent is an object with allowed_servers; what this one may call was not examined.");
        }

        foreach (var member in agent.Members)
        {
            if (ReferenceEquals(member.Value, name))
            {
                continue;
            }

            if (GatewayWords.IsAllowed(member.Name.Value))
            {
                AddAllowed(gateway, entries, member.Value);
            }
            else if (GatewayWords.IsDenied(member.Name.Value))
            {
                AddDenied(entries, member.Value);
            }
            else
            {
                var field = member.Name.Value switch
                {
                    "owner" => AgentFields.Owner,
                    "description" => AgentFields.Description,
                    _ => AgentFields.Other,
                };
                entries.AddOptional(field, member.Value, member.Name);
            }
        }

        return new SubjectDraft(SubjectKind.Agent, "agent:" + name.Value, new Untrusted(name.Value), name, agent, entries.ToEntries());
    }

    // [{server, tools}], [server], {server: [tools]}, {server: {tools}} or one name.
    private static void AddAllowed(GatewayDraft gateway, EntryCollector entries, DataNode allowed)
    {
        if (allowed is ScalarNode { Kind: not ScalarKind.Null } one)
        {
            entries.Add(AgentFields.Allowed, one, one);
        }

        foreach (var (server, grant) in GatewayEntries.Of(allowed, "server"))
        {
            if (grant is ObjectNode && allowed is ArrayNode && grant["server"] is null && grant["name"] is null)
            {
                gateway.Lose(grant, "This grant names no server, so nobody knows what it allows.");
            }

            entries.Add(AgentFields.Allowed, server, server);
            if ((grant is ObjectNode ? grant["tools"] : ReferenceEquals(grant, server) ? null : grant) is { } tools and not ScalarNode { Kind: ScalarKind.Null })
            {
                entries.Add(AgentFields.ToolList, tools, server);
                AddTools(entries, tools, server);
            }
        }
    }

    // One name, a list of names or of objects that name themselves, or a map by name.
    private static void AddTools(EntryCollector entries, DataNode tools, ScalarNode server)
    {
        if (tools is ScalarNode one)
        {
            entries.Add(AgentFields.AllowedTool, one, server);
        }

        foreach (var (tool, _) in GatewayEntries.Of(tools, "tool"))
        {
            entries.Add(AgentFields.AllowedTool, tool, server);
        }
    }

    private static void AddDenied(EntryCollector entries, DataNode denied)
    {
        if (denied is ScalarNode { Kind: not ScalarKind.Null } one)
        {
            entries.Add(AgentFields.Denied, one, one);
        }

        foreach (var (server, _) in GatewayEntries.Of(denied, "server"))
        {
            entries.Add(AgentFields.Denied, server, server);
        }
    }
}
