using McpScan.Modeling;
using McpScan.Syntax;

namespace McpScan.Discovery.Recognisers;

/// <summary>The answers that a bundle carries for Windows, so that the system need not start the server: <c>_meta."com.microsoft.windows".static_responses</c>.</summary>
internal static class BundleStaticResponses
{
    private const string Windows = "com.microsoft.windows";

    private const string StaticResponses = "static_responses";

    /// <summary>The tools of the static <c>tools/list</c> response, or null.</summary>
    public static DataNode? FindTools(ObjectNode root) => root["_meta"]?[Windows]?[StaticResponses]?["tools/list"]?["tools"] as ArrayNode;

    /// <summary>Adds the static <c>initialize</c> response as facts about the server, and everything else under <c>_meta</c> but the tools as its text.</summary>
    public static void AddMeta(ServerDraft server, DataNode meta)
    {
        foreach (var vendor in meta.Members)
        {
            if (vendor.Name.Value != Windows || vendor.Value is not ObjectNode)
            {
                AddText(server, vendor);
                continue;
            }

            foreach (var member in vendor.Value.Members)
            {
                if (member.Name.Value == StaticResponses && member.Value is ObjectNode)
                {
                    AddResponses(server, member.Value);
                }
                else
                {
                    AddText(server, member);
                }
            }
        }

        if (meta is not ObjectNode)
        {
            server.Entries.AddOptional(ServerFields.Meta, meta);
        }
    }

    private static void AddResponses(ServerDraft server, DataNode responses)
    {
        foreach (var response in responses.Members)
        {
            if (response.Value is not ObjectNode || response.Name.Value is not ("initialize" or "tools/list"))
            {
                AddText(server, response);
                continue;
            }

            foreach (var member in response.Value.Members)
            {
                switch (member.Name.Value)
                {
                    case "serverInfo":
                        ServerInfoModeler.AddImplementation(member.Value, server.Entries);
                        break;
                    case "tools" when member.Value is ArrayNode && response.Name.Value == "tools/list":
                        break;
                    default:
                        ServerInfoModeler.AddHandshake(member, server.Entries);
                        break;
                }
            }
        }
    }

    private static void AddText(ServerDraft server, DataMember member)
    {
        server.Entries.Add(ServerFields.Meta, member.Name);
        server.Entries.AddOptional(ServerFields.Meta, member.Value);
    }
}
