using System.Collections.Immutable;
using McpScan.Modeling;
using McpScan.Syntax;

namespace McpScan.Discovery.Gateways;

/// <summary>A section at the root of a gateway's file. A format of another gateway is a line in <see cref="All"/> and, where its members have other names, a word in <see cref="GatewayWords"/>.</summary>
/// <param name="Name">What the report calls the section.</param>
/// <param name="Keys">Its keys at the root.</param>
/// <param name="Fits">Whether the root and the section's value look like it: other formats use the same keys.</param>
/// <param name="Read">Reads it.</param>
internal sealed record GatewayShape(string Name, ImmutableArray<string> Keys, Func<DataNode, DataNode, bool> Fits, Action<GatewayDraft, DataMember> Read)
{
    private static readonly string[] Signs = ["mcp", "gateway", "agent"];

    public static readonly ImmutableArray<GatewayShape> All =
    [
        new("registry", ["registry"], static (root, value) => value is ObjectNode && IsRegistry(root), GatewayServers.ReadRegistry),
        new("servers", ["servers"], static (root, value) => IsRegistry(root) || GatewayEntries.AnyHas(value, GatewayWords.SettlesAccess), GatewayServers.Read),
        new("limits", ["limits", "rate_limits", "rateLimits"], static (_, value) => IsLimits(value), GatewayLimits.Read),
        new("agents", ["agents"], static (_, value) => GatewayEntries.AnyHas(value, GatewayWords.MarksAgent), GatewayAgents.Read),
    ];

    /// <summary>Whether the servers of a root are those of a central registry: it has a version, or an entry says what only such a registry says.</summary>
    public static bool IsRegistry(DataNode root)
    {
        var servers = root["servers"] ?? root["registry"]?["servers"];
        return servers is not null
            && (root["registry"]?["version"] is ScalarNode || GatewayEntries.Of(servers).Any(static entry => IsRegistered(entry.Value)));
    }

    // A health check alone stands in the files of load balancers as well.
    private static bool IsRegistered(DataNode entry) =>
        GatewayEntries.Has(entry, GatewayWords.MarksRegistration)
        || (GatewayEntries.Has(entry, static name => GatewayWords.OfRegistration(name) == ServerFields.HealthCheck)
            && GatewayEntries.Has(entry, static name => name == "version" || GatewayWords.OfRegistration(name) is { } field && (field == ServerFields.Owner || field == ServerFields.Status)));

    // Limits of users stand in the files of any service; those of tools do not.
    private static bool IsLimits(DataNode value) =>
        GatewayEntries.Has(value, GatewayWords.IsPerTool)
        || (GatewayEntries.Has(value, GatewayWords.MarksLimits) && (HasSign(value.Source.Path) || HasSign(value.Source.Text)));

    private static bool HasSign(string text) => Array.Exists(Signs, sign => text.Contains(sign, StringComparison.OrdinalIgnoreCase));

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
