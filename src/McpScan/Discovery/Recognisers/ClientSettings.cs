using System.Collections.Immutable;
using McpScan.Modeling;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Discovery.Recognisers;

/// <summary>The client itself: what its settings approve, allow, run and set, whatever client wrote them.</summary>
internal sealed class ClientSettings
{
    /// <summary>How deep settings nest: <c>projects</c>, a project, a group, a setting.</summary>
    private const int MaxDepth = 4;

    private readonly EntryCollector _entries;

    private ClientSettings(EntryCollector entries) => _entries = entries;

    /// <summary>Whether a file without server entries is a client's: by keys that no other format has, or by path and a key together.</summary>
    public static bool IsOnlySettings(DataNode root, Artifact artifact)
    {
        var hasSetting = false;
        foreach (var member in root.Members)
        {
            if (member.Name.Value is "enableAllProjectMcpServers" or "enabledMcpjsonServers" or "GOOSE_MODE")
            {
                return true;
            }

            hasSetting |= member.Name.Value is "plugins" or "lspServers" or "monitors" or "userConfig" or "notify" or "projects" or "general" or "security" or "agent"
                || ClientSettingFields.Of(member.Name.Value) is not null || member.Name.Value.StartsWith("chat.", StringComparison.Ordinal);
        }

        return hasSetting && ClientIdentity.Find(artifact.Path, root) is not null;
    }

    /// <summary>The client as a subject draft.</summary>
    public static SubjectDraft Draft(
        string client, DataNode root, ImmutableArray<ClientSection> sections, ImmutableArray<ScalarNode> servers, ImmutableArray<Notice>.Builder notices)
    {
        var entries = new EntryCollector(root, notices);
        var anchor = sections.IsEmpty ? root.Members.IsEmpty ? root : root.Members[0].Name : sections[0].Key;
        entries.Add(ClientFields.Client, DerivedScalar.At(anchor, client));
        foreach (var server in servers)
        {
            entries.Add(ClientFields.ServerName, server, server);
        }

        foreach (var section in sections)
        {
            if (section.Servers is ScalarNode { Kind: ScalarKind.String })
            {
                // A plugin may name another file, a bundle or an address instead.
                entries.Add(ClientFields.RegistrySource, section.Servers);
            }
        }

        new ClientSettings(entries).Walk(root, "", 0);
        return new SubjectDraft(SubjectKind.Client, "client", new Untrusted(client), anchor, root, entries.ToEntries());
    }

    private void Walk(DataNode node, string prefix, int depth)
    {
        foreach (var item in prefix == "plugins." ? node.Items : [])
        {
            Walk(item, "plugin.", depth + 1);
        }

        foreach (var member in node.Members)
        {
            if (!_entries.Enter(depth))
            {
                return;
            }

            var path = prefix + member.Name.Value;
            var field = ClientSettingFields.Of(path);
            if (ReferenceEquals(field, ClientFields.Hook) || ReferenceEquals(field, ClientFields.Helper))
            {
                AddCommands(field, member.Value, member.Name, 0);
            }
            else if (field is not null)
            {
                AddSetting(field, member);
            }
            else if (depth < MaxDepth && member.Name.Value is not ("mcpServers" or "mcp_servers" or "context_servers" or "servers" or "inputs"))
            {
                // What belongs to a project or a profile is called as at the root.
                Walk(member.Value, prefix is "projects." or "profiles." ? "" : path + ".", depth + 1);
            }
        }
    }

    private void AddSetting(Field field, DataMember member)
    {
        if (ReferenceEquals(field, ClientFields.Environment) || ReferenceEquals(field, ClientFields.Permission))
        {
            if (member.Value is ObjectNode)
            {
                _entries.AddMembers(field, member.Value);
                return;
            }
        }

        _entries.AddOptional(field, member.Value, member.Name);
    }

    // Hooks are {event: [{matcher, hooks: [{type, command}]}]} with Claude Code, {event: [{command}]} with Amazon Q, Kiro and Cursor.
    private void AddCommands(Field field, DataNode node, ScalarNode key, int depth)
    {
        if (!_entries.Enter(depth))
        {
            return;
        }

        if (node is ScalarNode)
        {
            _entries.AddOptional(field, node, key);
        }

        foreach (var item in node.Items)
        {
            AddCommands(field, item, key, depth + 1);
        }

        foreach (var member in node.Members)
        {
            var isCommand = member.Name.Value is "command" or "args" or "bash" or "powershell" or "windows" or "linux" or "osx" or "url" or "prompt" or "run" or "script";
            if (isCommand)
            {
                _entries.AddOptional(field, member.Value, key);
            }
            else if (member.Value is not ScalarNode)
            {
                AddCommands(field, member.Value, depth == 0 ? member.Name : key, depth + 1);
            }
        }
    }
}
