using System.Collections.Immutable;
using System.Text.Json;
using McpScan.Auditing;
using McpScan.Syntax;

namespace McpScan.Reporting.Json;

/// <summary>The agents of the JSON report: who may call what.</summary>
internal static class JsonAgents
{
    public static void Write(Utf8JsonWriter writer, ImmutableArray<AgentReport> agents)
    {
        writer.WriteStartArray("agents");
        foreach (var agent in agents)
        {
            writer.WriteStartObject();
            writer.WriteString("id", agent.Id);
            writer.WriteString("name", agent.Name.Raw);
            writer.WriteString("kind", Words.Of(agent.Kind));
            writer.WriteString("path", agent.Path);
            writer.WriteStartArray("servers");
            foreach (var grant in agent.Servers)
            {
                WriteGrant(writer, grant);
            }

            writer.WriteEndArray();
            WriteTexts(writer, "capabilities", [.. agent.Capabilities.Select(static text => text.Raw)]);
            WriteTexts(writer, "toxicFlows", agent.ToxicFlows);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteGrant(Utf8JsonWriter writer, GrantReport grant)
    {
        writer.WriteStartObject();
        writer.WriteString("name", grant.Name.Raw);
        WriteTexts(writer, "ids", grant.Ids);
        writer.WriteString("standing", Words.Of(grant.Standing));
        writer.WriteBoolean("allTools", grant.IsWhole);
        writer.WriteNumber("toolCount", grant.ToolCount);
        writer.WriteStartArray("tools");
        foreach (var tool in grant.Tools)
        {
            writer.WriteStartObject();
            writer.WriteString("name", tool.Name.Raw);
            if (tool.IsKnown is { } isKnown)
            {
                writer.WriteBoolean("known", isKnown);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        JsonOutput.FlushWhenFull(writer);
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, ImmutableArray<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }
}
