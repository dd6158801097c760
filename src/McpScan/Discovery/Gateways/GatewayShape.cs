using System.Collections.Immutable;
using McpScan.Syntax;

namespace McpScan.Discovery.Gateways;

/// <summary>A section at the root of a gateway's file. A format of another gateway is a line in <see cref="All"/> and, where its members have other names, a word in <see cref="GatewayWords"/>.</summary>
/// <param name="Name">What the report calls the section.</param>
/// <param name="Keys">Its keys at the root.</param>
/// <param name="Fits">Whether the root and the section's value look like it: other formats use the same keys.</param>
/// <param name="Read">Reads it.</param>
internal sealed record GatewayShape(string Name, ImmutableArray<string> Keys, Func<DataNode, DataNode, bool> Fits, Action<GatewayDraft, DataMember> Read)
{
    public static readonly ImmutableArray<GatewayShape> All =
    [
        new("registry", ["registry"], static (root, value) => value is ObjectNode && GatewayEntries.HasAny(root["servers"] ?? value["servers"]), GatewayServers.ReadRegistry),
        new("servers", ["servers"], static (root, value) => root["registry"] is ObjectNode || GatewayEntries.AnyHas(value, GatewayWords.MarksServer), GatewayServers.Read),
        new("limits", ["limits", "rate_limits", "rateLimits"], static (_, value) => GatewayEntries.Has(value, GatewayWords.MarksLimits), GatewayLimits.Read),
        new("agents", ["agents"], static (_, value) => GatewayEntries.AnyHas(value, GatewayWords.MarksAgent), GatewayAgents.Read),
    ];

    /// <summary>The shape of a member of the root, or null.</summary>
    public static GatewayShape? Of(DataNode root, DataMember member)
    {
        foreach (var shape in All)
        {
            if (shape.Keys.Contains(member.Name.Value) && shape.Fits(root, member.Value))
            {
                return shape;
            }
        }

        return null;
    }
}
