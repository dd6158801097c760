using System.Collections.Immutable;
using McpScan.Governance.Locking;
using McpScan.Modeling;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Auditing.Locking;

/// <summary>What a server can touch by its declarations: hosts, paths, secrets and variables, scopes; each once.</summary>
internal sealed class ReachOf
{
    /// <summary>Addresses that are looked for in one value.</summary>
    private const int MaxHosts = 32;

    /// <summary>What a permission to reach every host is called.</summary>
    private const string AnyHost = "*";

    private readonly Sealer _sealer;
    private readonly SortedDictionary<string, LockedReach> _found = new(StringComparer.Ordinal);

    private ReachOf(Sealer sealer) => _sealer = sealer;

    /// <summary>By kind, then by value.</summary>
    public static ImmutableArray<LockedReach> Server(Server server, Sealer sealer)
    {
        var reach = new ReachOf(sealer);
        foreach (var subject in server.Subjects)
        {
            foreach (var entry in subject.Entries)
            {
                if (entry.Node is ScalarNode value)
                {
                    reach.Add(entry, value);
                }
            }
        }

        return [.. reach._found.Values];
    }

    private void Add(FieldEntry entry, ScalarNode value)
    {
        var field = entry.Field;
        if (field == RemoteFields.Url || field == RemoteFields.OAuthIssuer || field == LaunchFields.BridgeUrl || field == LaunchFields.Argument || field == LaunchFields.Script)
        {
            AddHosts(value);
        }
        else if (field == LaunchFields.Environment || field == RemoteFields.Header || field == RemoteFields.EnvironmentHeader)
        {
            AddName(entry.Key, value);
            AddHosts(value);
        }
        else if (field == PermissionsFields.AllowHost || field == ResourceFields.CspDomain)
        {
            Add(ReachKind.Host, HostOf(value.Value), value);
        }
        else if (field == PermissionsFields.AllowAll && value.Value == "true")
        {
            Add(ReachKind.Host, AnyHost, value);
        }
        else if (field == LaunchFields.Mount || field == PermissionsFields.Read || field == PermissionsFields.Write)
        {
            Add(ReachKind.Path, field == PermissionsFields.Write ? LockedReach.Written(value.Value) : value.Value, value);
        }
        else if (field == LaunchFields.EnvironmentPassed || field == RemoteFields.BearerVariable || field == InputFields.Name)
        {
            Add(ReachKind.Secret, value.Value, value);
        }
        else if (field == RemoteFields.ApiKey)
        {
            Add(ReachKind.Secret, field.Name, value);
        }
        else if (field == RemoteFields.OAuthScope)
        {
            AddScopes(value);
        }
    }

    private void AddName(ScalarNode? name, ScalarNode value)
    {
        if (name is not null)
        {
            Add(ReachKind.Secret, name.Value, value);
        }
    }

    private void AddHosts(ScalarNode value)
    {
        foreach (var host in UrlHosts.Find(value.Value, MaxHosts))
        {
            Add(ReachKind.Host, value.Value.Substring(host.Start, host.Length), value);
        }
    }

    /// <summary>Scopes are written one by one, or several with spaces between.</summary>
    private void AddScopes(ScalarNode value)
    {
        foreach (var scope in value.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            Add(ReachKind.Scope, scope, value);
        }
    }

    private static string HostOf(string text) => UrlHosts.Find(text, 1).FirstOrDefault() is { Length: > 0 } host ? text.Substring(host.Start, host.Length) : text;

    private void Add(ReachKind kind, string value, ScalarNode node)
    {
        var shown = _sealer.Seal(kind == ReachKind.Host ? value.ToLowerInvariant() : value);
        if (shown.Length > 0)
        {
            _found.TryAdd($"{(int)kind}{shown}", new LockedReach(kind, shown, node));
        }
    }
}
