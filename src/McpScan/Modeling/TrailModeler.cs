using McpScan.Syntax;

namespace McpScan.Modeling;

/// <summary>Fills the <see cref="TrailFields"/> from audit events, or from the JSON Schema of one.</summary>
/// <remarks>The entries of an event follow its <see cref="TrailFields.Event"/>, up to the next one.</remarks>
public static class TrailModeler
{
    /// <summary>Whether a node records an event of MCP, or is the schema of such a record.</summary>
    public static bool IsEvent(DataNode node) => TypeOf(node) is { } type && type.Value.StartsWith("mcp.", StringComparison.OrdinalIgnoreCase);

    /// <summary>Adds an event; one that is no call of a tool has no arguments and no result, and is passed over.</summary>
    public static void Add(EntryCollector entries, DataNode node)
    {
        if (TypeOf(node) is not { } type || !type.Value.Contains("tool", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        entries.Add(TrailFields.Event, node, type);
        var isSchema = node["properties"] is ObjectNode && node["event_type"] is null;
        foreach (var member in (isSchema ? node["properties"]! : node).Members)
        {
            AddMember(entries, member, isSchema);
        }
    }

    private static ScalarNode? TypeOf(DataNode node) =>
        (node["event_type"] ?? node["eventType"] ?? (node["properties"]?["event_type"] is { } type ? type["const"] ?? First(type["enum"]) : null)) as ScalarNode;

    private static DataNode? First(DataNode? list) => list is ArrayNode { Items: [var first, ..] } ? first : null;

    private static void AddMember(EntryCollector entries, DataMember member, bool isSchema)
    {
        var field = FieldOf(member.Name.Value);
        if (isSchema)
        {
            entries.Add(field, member.Value is ObjectNode ? member.Value : member.Name, member.Name);
            return;
        }

        // A call may have no arguments and give nothing back; an empty decision is none.
        if (member.Value is not ScalarNode && (field == TrailFields.Arguments || field == TrailFields.Result))
        {
            entries.Add(field, member.Value, member.Name);
        }

        entries.AddOptional(field, member.Value, member.Value is ScalarNode ? member.Name : null);
        if (field == TrailFields.Authentication || field == TrailFields.Other)
        {
            // Some records keep the chain of identities within one object.
            foreach (var part in member.Value.Members)
            {
                if (FieldOf(part.Name.Value) is var inner && (inner == TrailFields.User || inner == TrailFields.Agent || inner == TrailFields.Session || inner == TrailFields.Decision))
                {
                    entries.AddOptional(inner, part.Value, part.Name);
                }
            }
        }
    }

    private static Field FieldOf(string name) => name switch
    {
        "timestamp" or "time" or "@timestamp" or "ts" or "occurred_at" or "created_at" => TrailFields.Time,
        "user_id" or "userId" or "user" or "principal" or "subject" or "sub" => TrailFields.User,
        "agent_id" or "agentId" or "agent" => TrailFields.Agent,
        "session_id" or "sessionId" or "session" => TrailFields.Session,
        "server" or "server_id" or "serverId" or "server_name" or "mcp_server" => TrailFields.Server,
        "tool" or "tool_name" or "toolName" => TrailFields.Tool,
        "arguments" or "args" or "params" or "parameters" or "input" => TrailFields.Arguments,
        "result" or "outcome" or "response" or "output" or "error" => TrailFields.Result,
        "auth" or "authentication" or "authn" => TrailFields.Authentication,
        "policy" or "policy_decision" or "policyDecision" or "decision" or "authorization" => TrailFields.Decision,
        _ => TrailFields.Other,
    };
}
