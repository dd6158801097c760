using System.Buffers;
using System.Globalization;
using System.Text.Json;
using McpScan.Auditing;
using McpScan.Modeling;
using McpScan.Syntax;

namespace McpScan.Reporting.Sandboxes;

/// <summary>
/// What a server was seen to do, as a permission profile of ToolHive. It grants what is bounded and nothing else: a profile that opened the disk or the network
/// because a tool was seen to take any path or address would be the grant that an audit warns of.
/// </summary>
public sealed class ToolHiveProfile
{
    private static readonly SearchValues<char> HostCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._");

    private readonly SortedSet<string> _read = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _write = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _hosts = new(StringComparer.Ordinal);
    private readonly SortedSet<int> _ports = [];
    private readonly List<string> _remarks = [];
    private readonly string _name;
    private bool _hasHostWithoutPort;

    private ToolHiveProfile(string name) => _name = name;

    /// <summary>What the profile does not grant, a sentence each.</summary>
    public IReadOnlyList<string> Remarks => _remarks;

    /// <summary>The profile of a server.</summary>
    public static ToolHiveProfile Of(ServerReport server)
    {
        var profile = new ToolHiveProfile(server.Name.IsEmpty ? "server" : server.Name.Raw);
        foreach (var capability in server.Capabilities.Observed)
        {
            profile.Add(capability);
        }

        if (profile._hasHostWithoutPort && profile._ports.Count > 0)
        {
            // The ports of a profile hold for all of its hosts.
            profile._ports.Clear();
            profile._remarks.Add("a host is reached at any port, so no port is written");
        }

        if (profile._hosts.Count == 0 && server.Capabilities.Observed.Any(static c => IsReaching(c.Text.Raw)))
        {
            profile._remarks.Add("no host was seen, so no network is granted: name the hosts of the service that the server reaches");
        }

        return profile;
    }

    /// <summary>Whether a capability is one of a service, which lies behind a network more often than not.</summary>
    private static bool IsReaching(string capability) => capability.Split(':')[0] is "data" or "message" or "money" or "untrusted" or "cloud";

    /// <summary>Writes it as JSON, every list in ordinal order.</summary>
    public void Render(Stream output) => JsonOutput.Write(this, output, static (writer, profile) => profile.Write(writer));

    private void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("name", _name);
        WriteAll(writer, "read", _read);
        WriteAll(writer, "write", _write);
        writer.WriteBoolean("privileged", false);
        writer.WriteStartObject("network");
        writer.WriteStartObject("outbound");
        writer.WriteBoolean("insecure_allow_all", false);
        WriteAll(writer, "allow_host", _hosts);
        writer.WriteStartArray("allow_port");
        foreach (var port in _ports)
        {
            writer.WriteNumberValue(port);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteAll(Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }

    private void Add(CapabilityReport capability)
    {
        var text = capability.Text.Raw;
        var term = text.Contains(Redactor.Dot, StringComparison.Ordinal) ? null : CapabilityGrammar.Parse(text, out _);
        var isGranted = term switch
        {
            { IsWildcard: true, Kind: "fs" or "net" } => Refuse($"{capability.Text} is not granted, as it reaches anything of its kind: name the paths or hosts that the server needs"),
            { Kind: "fs", Refinements: "" } => AddPath(term),
            { Kind: "net", Refinements: "" } => AddHost(term.Scope),
            _ => false,
        };
        if (!isGranted)
        {
            Refuse($"the format has no word for {capability.Text}");
        }
    }

    private bool AddPath(CapabilityTerm term)
    {
        // A mounted folder has all that is below it, as '/**' says; other patterns, and the colon that parts host from container, cannot be said.
        var path = term.Scope.EndsWith("/**", StringComparison.Ordinal) ? term.Scope[..^3] : term.Scope;
        if (path.AsSpan().IndexOfAny("*?[]:") >= 0)
        {
            return false;
        }

        _ = term.Actions is ["read"] ? _read.Add(path) : _write.Add(path);
        return true;
    }

    private bool AddHost(string scope)
    {
        var colon = scope.LastIndexOf(':');
        var host = colon < 0 ? scope : scope[..colon];
        var port = 0;
        if (host.AsSpan().ContainsAnyExcept(HostCharacters) || (colon >= 0 && !int.TryParse(scope.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out port)))
        {
            return false;
        }

        _hosts.Add(host);
        if (colon >= 0)
        {
            _ports.Add(port);
        }
        else
        {
            _hasHostWithoutPort = true;
        }

        return true;
    }

    /// <summary>Says why something is not granted; true, as there is nothing more to say of it.</summary>
    private bool Refuse(string remark)
    {
        _remarks.Add(remark);
        return true;
    }
}
