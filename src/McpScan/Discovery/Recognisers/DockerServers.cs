using System.Collections.Immutable;
using McpScan.Modeling;
using McpScan.Modeling.Launching;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Discovery.Recognisers;

/// <summary>What registry entries and catalog entries of Docker say alike.</summary>
internal static class DockerServers
{
    /// <summary>Title, description or icon.</summary>
    public static void AddAbout(ServerDraft server, DataMember member)
    {
        var field = member.Name.Value switch
        {
            "title" => ServerFields.Title,
            "description" => ServerFields.Description,
            "icon" => ServerFields.IconSource,
            _ => null,
        };
        if (field is null)
        {
            server.AddUnknown(member);
        }
        else
        {
            server.Entries.AddOptional(field, member.Value);
        }
    }

    /// <summary>The <c>config</c> of a registry entry: secrets, environment and parameters.</summary>
    public static void AddConfig(ServerDraft server, DataNode config)
    {
        foreach (var member in config.Members)
        {
            switch (member.Name.Value)
            {
                case "secrets" or "env":
                    AddInputs(server, member);
                    break;
                case "parameters" when member.Value is ObjectNode:
                    ConfigSchema.AddInputs(server, member.Value, null);
                    break;
                default:
                    server.Entries.AddOptional(ServerFields.Other, member.Value);
                    break;
            }
        }
    }

    /// <summary>A list of <c>{name, env, example, value, …}</c>; what stands under <c>secrets</c> is secret.</summary>
    public static void AddInputs(ServerDraft server, DataMember list)
    {
        var secret = list.Name.Value == "secrets" ? list.Name : null;
        foreach (var item in list.Value.Items)
        {
            if ((item["name"] ?? item["env"]) is ScalarNode name)
            {
                server.Subjects.Add(InputModeler.Draft("env", name, item, server.Notices, item["env"] as ScalarNode, secret));
            }
            else
            {
                server.Entries.AddOptional(ServerFields.Other, item);
            }
        }

        if (list.Value is not ArrayNode)
        {
            server.Entries.AddOptional(ServerFields.Other, list.Value);
        }
    }

    /// <summary>The token that each OAuth provider gives is handed to the server as a secret.</summary>
    public static void AddOAuthInputs(ServerDraft server, DataNode? providers)
    {
        foreach (var item in providers is ArrayNode ? providers.Items : [])
        {
            if (item["secret"] is ScalarNode secret)
            {
                server.Subjects.Add(InputModeler.Draft("env", secret, item, server.Notices, item["env"] as ScalarNode, secret));
            }
            else
            {
                server.Entries.AddOptional(ServerFields.Other, item);
            }
        }
    }

    /// <summary>The endpoint: <c>{url, transport_type, headers}</c>, or the address alone.</summary>
    public static void AddRemote(ServerDraft server, DataMember remote, DataNode? oauth)
    {
        var entries = new EntryCollector(remote.Value, server.Notices);
        entries.AddOptional(RemoteFields.Url, remote.Value as ScalarNode);
        foreach (var member in remote.Value.Members)
        {
            switch (member.Name.Value)
            {
                case "url":
                    entries.AddOptional(RemoteFields.Url, member.Value);
                    break;
                case "transport_type":
                    entries.AddOptional(RemoteFields.Transport, member.Value);
                    break;
                case "headers":
                    entries.AddMembers(RemoteFields.Header, member.Value);
                    break;
                default:
                    entries.AddOptional(RemoteFields.Other, member.Value);
                    break;
            }
        }

        if (oauth is not null)
        {
            entries.Add(RemoteFields.OAuth, oauth);
            entries.AddOptional(RemoteFields.OAuthScope, oauth["scopes"]);
        }

        var name = server.Name?.Value ?? remote.Name.Value;
        var anchor = remote.Value["url"] ?? remote.Name;
        server.Subjects.Add(new SubjectDraft(SubjectKind.Remote, "remote:" + name, new Untrusted(name), anchor, remote.Value, entries.ToEntries()));
    }

    /// <summary>Tool definitions; a tool that is a container of its own is also a launch.</summary>
    public static void AddTools(ServerDraft server, DataNode tools)
    {
        server.AddTools(tools);
        foreach (var tool in tools.Items)
        {
            if (tool["container"] is ObjectNode container && tool["name"] is ScalarNode name)
            {
                AddLaunch(server, container, container, null, name);
            }
        }
    }

    /// <summary>The start of a container: image, command, environment, mounts, user and network.</summary>
    /// <param name="server">The server.</param>
    /// <param name="entry">Where the image stands.</param>
    /// <param name="run">Where the run options stand.</param>
    /// <param name="environment">Fixed variables as a list of <c>{name, value}</c>.</param>
    /// <param name="name">The name of what is started: the server or one of its tools.</param>
    public static void AddLaunch(ServerDraft server, DataNode entry, DataNode? run, DataNode? environment, ScalarNode name)
    {
        var others = new EntryCollector(entry, server.Notices);
        if (entry["image"] is ScalarNode { Kind: ScalarKind.String } image)
        {
            new PackageImage(image).AddTo(others);
        }

        foreach (var option in run is ObjectNode ? run.Members : [])
        {
            AddRunOption(others, option);
        }

        var spec = new LaunchSpec
        {
            Definition = run ?? entry,
            Anchor = entry["image"] as ScalarNode ?? name,
            Arguments = LaunchParts.Scalars(run?["command"]),
            Environment = LaunchParts.Members(run?["env"]).AddRange(FixedVariables(environment)),
            Others = others.ToEntries(),
        };
        server.Subjects.Add(LaunchModeler.Draft(name.Value, spec));
        AddAllowedHosts(server, run, name);
    }

    private static void AddRunOption(EntryCollector others, DataMember option)
    {
        switch (option.Name.Value)
        {
            case "volumes":
                foreach (var mount in LaunchParts.Scalars(option.Value))
                {
                    LaunchParts.AddMount(others, mount);
                }

                break;
            case "user":
                others.AddOptional(LaunchFields.LauncherFlag, option.Value, DerivedScalar.At(option.Name, "--user"));
                break;
            case "extraHosts":
                others.AddOptional(LaunchFields.LauncherFlag, option.Value, DerivedScalar.At(option.Name, "--add-host"));
                break;
            case "disableNetwork" when option.Value is ScalarNode { Value: "true" } network:
                others.Add(LaunchFields.LauncherFlag, DerivedScalar.At(network, "none"), DerivedScalar.At(option.Name, "--network"));
                break;
        }
    }

    private static ImmutableArray<DataMember> FixedVariables(DataNode? list)
    {
        var variables = ImmutableArray.CreateBuilder<DataMember>();
        foreach (var item in list is ArrayNode ? list.Items : [])
        {
            if (item["name"] is ScalarNode name && item["value"] is { } value)
            {
                variables.Add(new DataMember(name, value));
            }
        }

        return variables.ToImmutable();
    }

    private static void AddAllowedHosts(ServerDraft server, DataNode? run, ScalarNode name)
    {
        if (run?["allowHosts"] is not { } hosts)
        {
            return;
        }

        var entries = new EntryCollector(hosts, server.Notices);
        entries.AddOptional(PermissionsFields.AllowHost, hosts);
        server.Subjects.Add(new SubjectDraft(SubjectKind.Permissions, "permissions:" + name.Value, new Untrusted(name.Value), hosts, hosts, entries.ToEntries()));
    }
}
