using System.Collections.Immutable;
using McpScan.Modeling;
using McpScan.Modeling.Launching;
using McpScan.Syntax;

namespace McpScan.Discovery.Recognisers;

/// <summary>Reads one server entry in the words of any client: a launch where it has a command, a remote where it has an address.</summary>
internal sealed class ClientEntry
{
    private readonly ServerDraft _server;
    private readonly ScalarNode _name;
    private readonly EntryCollector _launch;
    private readonly EntryCollector _remote;
    private readonly ImmutableArray<ScalarNode>.Builder _words = ImmutableArray.CreateBuilder<ScalarNode>();
    private readonly ImmutableArray<DataMember>.Builder _environment = ImmutableArray.CreateBuilder<DataMember>();
    private readonly bool _isLaunch;
    private readonly bool _isRemote;
    private ScalarNode? _command;

    private ClientEntry(ServerDraft server, ScalarNode name, DataNode definition)
    {
        (_server, _name) = (server, name);
        _launch = new EntryCollector(definition, server.Notices);
        _remote = new EntryCollector(definition, server.Notices);
        _isRemote = HasUrl(definition) || (definition["transport"] is { } transport && HasUrl(transport));
        _isLaunch = HasCommand(definition) || (definition["transport"] is { } nested && HasCommand(nested)) || (!_isRemote && definition["args"] is not null);
    }

    /// <summary>Adds the subjects of an entry to its server.</summary>
    public static void Read(ServerDraft server, ScalarNode name, DataNode definition)
    {
        if (definition is ScalarNode { Kind: ScalarKind.String } text && !ReferenceEquals(text, name))
        {
            // A bare address, or the path of another configuration.
            var address = new EntryCollector(definition, server.Notices);
            address.Add(RemoteFields.Url, text);
            server.Subjects.Add(RemoteModeler.Draft(name.Value, name, definition, address));
            return;
        }

        var entry = new ClientEntry(server, name, definition);
        entry.AddMembers(definition, depth: 0);
        if (entry._isLaunch)
        {
            server.Subjects.Add(LaunchModeler.Draft(name.Value, new LaunchSpec
            {
                Definition = definition, Anchor = name, Command = entry._command, Arguments = entry._words.ToImmutable(),
                Environment = entry._environment.ToImmutable(), Others = entry._launch.ToEntries(),
            }));
        }

        if (entry._isRemote)
        {
            server.Subjects.Add(RemoteModeler.Draft(name.Value, name, definition, entry._remote));
        }
    }

    private static bool HasCommand(DataNode node) => (node["command"] ?? node["cmd"] ?? node["code"]) is not (null or ScalarNode { Kind: ScalarKind.Null });

    private static bool HasUrl(DataNode node)
    {
        foreach (var member in node.Members)
        {
            if (RemoteModeler.IsUrlKey(member.Name.Value) && member.Value is ScalarNode { Kind: not ScalarKind.Null })
            {
                return true;
            }
        }

        return false;
    }

    private void AddMembers(DataNode definition, int depth)
    {
        foreach (var member in definition.Members)
        {
            if (!ReferenceEquals(member.Value, _name) && !AddLaunchMember(member, depth) && !AddSharedMember(member, depth)
                && !(_isRemote && RemoteModeler.TryAdd(_remote, member)))
            {
                AddOther(member);
            }
        }
    }

    private bool AddLaunchMember(DataMember member, int depth)
    {
        var value = member.Value;
        switch (member.Name.Value)
        {
            case "command" or "cmd" when value is ObjectNode && depth == 0:
                // Zed once kept path, args and env within the command.
                AddMembers(value, depth + 1);
                return true;
            case "command" or "cmd" or "path" when _isLaunch && _command is null && (depth > 0 || member.Name.Value != "path"):
                AddCommand(value);
                return true;
            case "args" or "arguments" when _isLaunch:
                AddArguments(value);
                return true;
            case "env" or "environment" or "envs" when _isLaunch:
                AddEnvironment(value);
                return true;
            case "env_vars" or "env_keys" or "envVars" when _isLaunch:
                _launch.AddOptional(LaunchFields.EnvironmentPassed, value);
                return true;
            case "envFile" or "env_file" when _isLaunch:
                _launch.AddOptional(LaunchFields.EnvironmentFile, value);
                return true;
            case "cwd" or "workingDirectory" or "working_directory" or "workdir" when _isLaunch:
                _launch.AddOptional(LaunchFields.WorkingDirectory, value);
                return true;
            case "code" when _isLaunch:
                // Goose runs it as Python: there is no command that says so.
                _launch.Add(LaunchFields.Launcher, DerivedScalar.At(value, "python"));
                _launch.AddOptional(LaunchFields.Script, value);
                return true;
            case "dev" when _isLaunch && value is ObjectNode:
                _launch.AddMembers(LaunchFields.Helper, value);
                return true;
            default:
                return false;
        }
    }

    private void AddCommand(DataNode command)
    {
        var words = LaunchParts.Scalars(command);
        if (words is [var program, .. var arguments])
        {
            _command = program;
            _words.InsertRange(0, arguments);
        }
    }

    private void AddArguments(DataNode arguments)
    {
        if (arguments is ScalarNode { Kind: not ScalarKind.Null } line)
        {
            _words.AddRange(CommandWords.OfLine(line));
            return;
        }

        foreach (var argument in arguments.Items)
        {
            if (argument is ScalarNode word)
            {
                _words.Add(word);
            }
            else
            {
                _launch.AddOptional(LaunchFields.Other, argument);
            }
        }

        foreach (var member in arguments.Members)
        {
            _launch.AddOptional(LaunchFields.Other, member.Value, member.Name);
        }
    }

    // A map, or a list of 'NAME=value', 'NAME' and {name, value}.
    private void AddEnvironment(DataNode environment)
    {
        foreach (var variable in environment.Members)
        {
            if (variable.Value is ScalarNode)
            {
                _environment.Add(variable);
            }
            else
            {
                _server.Subjects.Add(InputModeler.Draft("env", variable.Name, variable.Value, _server.Notices));
            }
        }

        foreach (var item in environment.Items)
        {
            if (item is ScalarNode line)
            {
                var equals = line.Value.IndexOf('=', StringComparison.Ordinal);
                if (equals > 0)
                {
                    _environment.Add(new DataMember(line.Slice(0, equals), line.Slice(equals + 1, line.Value.Length - equals - 1)));
                }
                else
                {
                    _launch.Add(LaunchFields.EnvironmentPassed, line);
                }
            }
            else if ((item["name"] ?? item["key"]) is ScalarNode name)
            {
                if (item["value"] is ScalarNode value)
                {
                    _environment.Add(new DataMember(name, value));
                }

                _server.Subjects.Add(InputModeler.Draft("env", name, item, _server.Notices));
            }
            else
            {
                _launch.AddOptional(LaunchFields.Other, item);
            }
        }
    }

    private bool AddSharedMember(DataMember member, int depth)
    {
        var (key, value) = (member.Name, member.Value);
        switch (key.Value)
        {
            case "type" or "transport" or "transportType" or "transport_type" when value is ScalarNode:
                Add(LaunchFields.Transport, RemoteFields.Transport, value);
                return true;
            case "transport" when value is ObjectNode && depth == 0:
                AddMembers(value, depth + 1);
                return true;
            case "autoApprove" or "alwaysAllow" or "autoApproved" or "auto_approve" or "trust" or "trusted" or "default_tools_approval_mode" or "sandboxEnabled"
                or "skipConfirmation" or "require_approval" or "approvalMode" or "alwaysAllowTools":
                Add(LaunchFields.AutoApprove, RemoteFields.AutoApprove, value, key);
                return true;
            case "disabled":
                Add(LaunchFields.Disabled, RemoteFields.Disabled, value);
                return true;
            case "enabled" or "isActive" or "active" when value is ScalarNode { Kind: ScalarKind.Boolean } flag:
                Add(LaunchFields.Disabled, RemoteFields.Disabled, DerivedScalar.At(flag, flag.Value == "true" ? "false" : "true"));
                return true;
            case "tools":
                AddTools(value);
                return true;
            case "includeTools" or "excludeTools" or "enabled_tools" or "disabled_tools" or "enabledTools" or "disabledTools" or "available_tools" or "allowedTools"
                or "allowed_tools" or "toolFilter":
                Add(LaunchFields.ToolFilter, RemoteFields.ToolFilter, value, key);
                return true;
            case "headersHelper" or "apiKeyHelper" or "authHelper" or "credentialHelper" or "envHelper" or "preCommand" or "postCommand" or "setupCommand" or "installCommand":
                Add(LaunchFields.Helper, RemoteFields.Helper, value, key);
                return true;
            case "description" when _isLaunch || _isRemote:
                Add(LaunchFields.Description, RemoteFields.Description, value);
                return true;
            case "description":
                _server.Entries.AddOptional(ServerFields.Description, value);
                return true;
            default:
                return false;
        }
    }

    // A list of names filters; a map is Codex's settings by tool, or definitions that the entry announces.
    private void AddTools(DataNode tools)
    {
        foreach (var item in tools.Items)
        {
            if (item is ObjectNode && ToolModeler.Draft(item, _server.Notices) is { } tool)
            {
                _server.Subjects.Add(tool);
            }
            else if (item is not ObjectNode)
            {
                Add(LaunchFields.ToolFilter, RemoteFields.ToolFilter, item);
            }
        }

        foreach (var member in tools.Members)
        {
            if (member.Value["description"] is not null || ToolModeler.LooksLikeTool(member.Value))
            {
                if (ToolModeler.Draft(member.Value, _server.Notices, member.Name) is { } tool)
                {
                    _server.Subjects.Add(tool);
                }

                continue;
            }

            foreach (var setting in member.Value.Members)
            {
                if (setting.Name.Value is "approval_mode" or "approvalMode")
                {
                    Add(LaunchFields.AutoApprove, RemoteFields.AutoApprove, setting.Value, member.Name);
                }
                else
                {
                    AddOther(setting);
                }
            }
        }

        if (tools is ScalarNode)
        {
            Add(LaunchFields.ToolFilter, RemoteFields.ToolFilter, tools);
        }
    }

    private void AddOther(DataMember member)
    {
        if (_isLaunch || _isRemote)
        {
            Add(LaunchFields.Other, RemoteFields.Other, member.Name, member.Name);
            Add(LaunchFields.Other, RemoteFields.Other, member.Value, member.Value is ScalarNode ? member.Name : null);
        }
        else
        {
            _server.AddUnknown(member);
        }
    }

    // An entry with both a command and an address is told of once, as what is started.
    private void Add(Field ofLaunch, Field ofRemote, DataNode value, ScalarNode? key = null)
    {
        if (_isLaunch)
        {
            _launch.AddOptional(ofLaunch, value, key);
        }
        else if (_isRemote)
        {
            _remote.AddOptional(ofRemote, value, key);
        }
        else
        {
            _server.Entries.AddOptional(ServerFields.Other, value);
        }
    }
}
