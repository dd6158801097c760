using System.Collections.Immutable;
using System.Globalization;
using McpScan.Syntax;

namespace McpScan.Discovery.Captures;

/// <summary>Finds several whole servers in one value: an array of them, <c>{servers: […]}</c>, or a map by name.</summary>
internal static class ServerList
{
    /// <summary>The servers with the name each goes by in the file; empty when the document is something else.</summary>
    public static ImmutableArray<(string Name, DataNode Node)> Find(DataDocument document) =>
        document.Roots.Length == 1 ? Find(document.Roots[0]) : FindLines(document.Roots);

    /// <summary>One server for each line, where every line is one that names itself.</summary>
    private static ImmutableArray<(string Name, DataNode Node)> FindLines(ImmutableArray<DataNode> roots)
    {
        var found = ImmutableArray.CreateBuilder<(string, DataNode)>();
        foreach (var root in roots)
        {
            if (!CaptureShapes.IsServer(root) || NameOf(root) is not { } name)
            {
                return [];
            }

            found.Add((name, root));
        }

        return found.ToImmutable();
    }

    private static ImmutableArray<(string Name, DataNode Node)> Find(DataNode root)
    {
        var list = root is ArrayNode ? root : root["servers"] is { } servers and (ArrayNode or ObjectNode) ? servers : root;
        if (list is ObjectNode && ReferenceEquals(list, root) && (root["tools"] is not null || root["jsonrpc"] is not null || root.Members.Length == 0))
        {
            return [];
        }

        var found = ImmutableArray.CreateBuilder<(string, DataNode)>();
        for (var i = 0; i < list.Items.Length; i++)
        {
            var item = list.Items[i];
            if (!CaptureShapes.IsServer(item))
            {
                return [];
            }

            found.Add((NameOf(item) ?? (i + 1).ToString(CultureInfo.InvariantCulture), item));
        }

        foreach (var member in list.Members)
        {
            if (!CaptureShapes.IsServer(member.Value))
            {
                return [];
            }

            found.Add((member.Name.Value, member.Value));
        }

        return found.ToImmutable();
    }

    private static string? NameOf(DataNode server)
    {
        var info = server["serverInfo"] ?? server["server"];
        return ((info?["name"] ?? info ?? server["name"] ?? server["id"]) as ScalarNode)?.Value;
    }
}
