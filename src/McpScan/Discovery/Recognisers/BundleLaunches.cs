using System.Collections.Immutable;
using McpScan.Modeling;
using McpScan.Modeling.Launching;
using McpScan.Syntax;

namespace McpScan.Discovery.Recognisers;

/// <summary>How a bundle starts its server: one launch for <c>mcp_config</c> and one for each platform that overrides it.</summary>
internal static class BundleLaunches
{
    public static void Add(ServerDraft server, DataMember declaration)
    {
        var block = declaration.Value;
        if (block is not ObjectNode)
        {
            server.AddUnknown(declaration);
            return;
        }

        var config = block["mcp_config"];
        var others = new EntryCollector(block, server.Notices);
        foreach (var member in block.Members)
        {
            if (!ReferenceEquals(member.Value, config) || config is not ObjectNode)
            {
                others.AddOptional(LaunchFields.Other, member.Value);
            }
        }

        var anchor = config?["command"] as ScalarNode ?? block["entry_point"] as ScalarNode ?? declaration.Name;
        var plain = new LaunchSpec
        {
            Definition = config ?? block,
            Anchor = anchor,
            Command = config?["command"] as ScalarNode,
            Arguments = LaunchParts.Scalars(config?["args"]),
            Environment = LaunchParts.Members(config?["env"]),
            Others = others.ToEntries(),
        };
        server.Subjects.Add(LaunchModeler.Draft("mcp_config", plain));
        foreach (var platform in config?["platform_overrides"] is ObjectNode overrides ? overrides.Members : [])
        {
            if (platform.Value is ObjectNode)
            {
                server.Subjects.Add(LaunchModeler.Draft(platform.Name.Value, Override(plain, platform)));
            }
            else
            {
                server.AddUnknown(platform);
            }
        }

        AddRest(server, config);
    }

    /// <summary>Command and arguments of a platform replace the plain ones; its environment is added to them.</summary>
    private static LaunchSpec Override(LaunchSpec plain, DataMember platform)
    {
        var config = platform.Value;
        return plain with
        {
            Definition = config,
            Anchor = config["command"] as ScalarNode ?? platform.Name,
            Command = config["command"] as ScalarNode ?? plain.Command,
            Arguments = config["args"] is ArrayNode own ? LaunchParts.Scalars(own) : plain.Arguments,
            Environment = plain.Environment.AddRange(LaunchParts.Members(config["env"])),
        };
    }

    private static void AddRest(ServerDraft server, DataNode? config)
    {
        foreach (var member in config is ObjectNode ? config.Members : [])
        {
            if (member.Name.Value is not ("command" or "args" or "env" or "platform_overrides"))
            {
                server.AddUnknown(member);
            }
        }
    }
}
