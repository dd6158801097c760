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
            var skipped = response.Name.Value switch
            {
                "initialize" => "",
                "tools/list" => "tools",
                _ => null,
            };
            if (skipped is null || response.Value is not ObjectNode)
            {
                AddText(server, response);
                continue;
            }

            foreach (var member in response.Value.Members)
            {
                if (skipped.Length == 0)
                {
                    AddInitialize(server, member);
                }
                else if (member.Name.Value != skipped || member.Value is not ArrayNode)
                {
                    AddText(server, member);
                }
            }
        }
    }

    private static void AddInitialize(ServerDraft server, DataMember member)
    {
        switch (member.Name.Value)
        {
            case "protocolVersion":
                server.Entries.AddOptional(ServerFields.ProtocolVersion, member.Value);
                break;
            case "instructions":
                server.Entries.AddOptional(ServerFields.Instructions, member.Value);
                break;
            case "capabilities" when member.Value is ObjectNode:
                foreach (var capability in member.Value.Members)
                {
                    server.Entries.Add(ServerFields.Capability, capability.Value, capability.Name);
                }

                break;
            case "serverInfo" when member.Value is ObjectNode:
                foreach (var part in member.Value.Members)
                {
                    server.Entries.AddOptional(InfoField(part.Name.Value), part.Value);
                }

                break;
            default:
                AddText(server, member);
                break;
        }
    }

    private static Field InfoField(string member) => member switch
    {
        "name" => ServerFields.Name,
        "title" => ServerFields.Title,
        "version" => ServerFields.Version,
        "description" => ServerFields.Description,
        "websiteUrl" => ServerFields.WebsiteUrl,
        _ => ServerFields.Other,
    };

    private static void AddText(ServerDraft server, DataMember member)
    {
        server.Entries.Add(ServerFields.Meta, member.Name);
        server.Entries.AddOptional(ServerFields.Meta, member.Value);
    }
}
