using McpScan.Modeling;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Discovery.Gateways;

/// <summary>Reads rate limits: <c>per_user</c>, <c>per_department</c>, <c>per_tool{tool{requests_per_minute, requires_human_approval, requires_approval_above}}</c>.</summary>
internal static class GatewayLimits
{
    public static void Read(GatewayDraft gateway, DataMember section)
    {
        var limits = new EntryCollector(section.Value, gateway.Notices);
        foreach (var member in section.Value.Members)
        {
            switch (member.Name.Value)
            {
                case "per_user" or "perUser":
                    limits.AddOptional(LimitsFields.PerUser, member.Value, member.Value is ScalarNode ? member.Name : null);
                    break;
                case "per_department" or "perDepartment":
                    limits.AddOptional(LimitsFields.PerDepartment, member.Value, member.Value is ScalarNode ? member.Name : null);
                    break;
                case "per_tool" or "perTool":
                    ReadTools(gateway, limits, member.Value, server: null);
                    break;
                default:
                    limits.AddOptional(LimitsFields.Other, member.Value, member.Name);
                    break;
            }
        }

        gateway.Add(new SubjectDraft(SubjectKind.Limits, "limits", new Untrusted(section.Name.Value), section.Name, section.Value, limits.ToEntries()));
    }

    // By tool, or by server and tool: a limit has a value that is no object, a server has only tools.
    private static void ReadTools(GatewayDraft gateway, EntryCollector limits, DataNode tools, ScalarNode? server)
    {
        foreach (var (tool, limit) in GatewayEntries.Of(tools, "tool"))
        {
            if (server is null && tools is ObjectNode && IsServer(limit))
            {
                ReadTools(gateway, limits, limit, tool);
                continue;
            }

            if (!gateway.HasRoom(limit))
            {
                return;
            }

            limits.Add(LimitsFields.PerTool, tool, tool);
            gateway.Add(ReadLimit(gateway, tool, limit, server));
        }
    }

    private static bool IsServer(DataNode limit)
    {
        foreach (var member in limit.Members)
        {
            if (member.Value is not ObjectNode || GatewayWords.OfLimit(member.Name.Value) is not null)
            {
                return false;
            }
        }

        return !limit.Members.IsEmpty;
    }

    private static SubjectDraft ReadLimit(GatewayDraft gateway, ScalarNode tool, DataNode limit, ScalarNode? server)
    {
        var entries = new EntryCollector(limit, gateway.Notices);
        entries.Add(LimitFields.Tool, tool);
        if (server is not null)
        {
            entries.Add(LimitFields.Server, server);
        }

        if (limit is ScalarNode { Kind: not ScalarKind.Null } && !ReferenceEquals(limit, tool))
        {
            entries.Add(LimitFields.Rate, limit);
        }

        foreach (var member in limit.Members)
        {
            if (!ReferenceEquals(member.Value, tool))
            {
                entries.AddOptional(GatewayWords.OfLimit(member.Name.Value) ?? LimitFields.Other, member.Value, member.Value is ScalarNode ? member.Name : null);
            }
        }

        var name = server is null ? tool.Value : $"{server.Value}/{tool.Value}";
        return new SubjectDraft(SubjectKind.Limit, "limit:" + name, new Untrusted(name), tool, limit, entries.ToEntries());
    }
}
