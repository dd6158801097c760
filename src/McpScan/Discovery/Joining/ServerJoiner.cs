using System.Collections.Immutable;
using McpScan.Discovery.Captures;

using McpScan.Modeling;

namespace McpScan.Discovery;

/// <summary>Makes servers of fragments. In doubt two are kept apart: a merged server hides a difference, a split one only shows twice.</summary>
internal sealed class ServerJoiner
{
    private readonly List<ServerParts> _servers = [];
    private readonly Dictionary<string, List<ServerParts>> _byHome = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ServerParts> _byIdentity = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ServerParts> _byEntry = new(StringComparer.Ordinal);
    private readonly HashSet<ServerFragment> _homeless = new(ReferenceEqualityComparer.Instance);

    /// <summary>The servers by id.</summary>
    /// <param name="parts">All fragments, in the order of their paths.</param>
    /// <param name="together">Whether all servers count as installed together.</param>
    /// <param name="homeless">Takes the supplements whose folder has no server.</param>
    public static ImmutableArray<Server> Join(List<ServerPart> parts, bool together, out HashSet<ServerFragment> homeless)
    {
        var joiner = new ServerJoiner();
        joiner.Each(parts, FragmentScope.Entry, static (self, part) => self.Start(part));
        joiner.Each(parts, FragmentScope.Gateway, static (self, part) => self.JoinGateway(part));
        joiner.Each(parts, FragmentScope.Folder, static (self, part) => self.JoinFolder(part));
        joiner.JoinIdentities();
        joiner.Each(parts, FragmentScope.Capture, static (self, part) => self.JoinCapture(part));
        joiner.Each(parts, FragmentScope.Supplement, static (self, part) => self.JoinSupplement(part));
        homeless = joiner._homeless;
        return ServerFactory.MakeAll(joiner._servers, together);
    }

    private void Each(List<ServerPart> parts, FragmentScope scope, Action<ServerJoiner, ServerPart> join)
    {
        foreach (var part in parts)
        {
            if (part.Fragment.Scope == scope)
            {
                join(this, part);
            }
        }
    }

    private void Start(ServerPart part)
    {
        var server = new ServerParts(part.Home, part);
        _servers.Add(server);
        if (part.Fragment.Scope is not (FragmentScope.Entry or FragmentScope.Gateway))
        {
            (_byHome.TryGetValue(part.Home, out var homes) ? homes : _byHome[part.Home] = []).Add(server);
        }
    }

    private void JoinGateway(ServerPart part)
    {
        var key = $"{part.Home}\n{part.Fragment.Name.Raw}";
        if (!_byEntry.TryGetValue(key, out var server))
        {
            Start(part);
            _byEntry.Add(key, _servers[^1]);
        }
        else if (server.HasKind(part.Kind))
        {
            // Two entries of one name in a file, or in two files of one kind, are never the same statement.
            Start(part);
        }
        else
        {
            server.Add(part);
        }
    }

    private List<ServerParts> AtHome(ServerPart part) => _byHome.TryGetValue(part.Home, out var servers) ? servers : [];

    private void JoinFolder(ServerPart part)
    {
        foreach (var server in AtHome(part))
        {
            // Two manifests of one kind in a folder are two servers, or two versions of one: never the same definition.
            if (!server.HasKind(part.Kind))
            {
                server.Add(part);
                return;
            }
        }

        Start(part);
    }

    private void JoinIdentities()
    {
        for (var i = 0; i < _servers.Count; i++)
        {
            var server = _servers[i];
            if (server.Scope is FragmentScope.Entry or FragmentScope.Gateway || FindTwin(server) is not { } twin)
            {
                continue;
            }

            twin.AddAll(server);
            _byHome[server.Home].Remove(server);
            _byHome[server.Home].Add(twin);
            _servers.RemoveAt(i--);
        }
    }

    /// <summary>The server of another folder that goes by one of the same identities, where the two do not describe the same thing twice.</summary>
    private ServerParts? FindTwin(ServerParts server)
    {
        ServerParts? twin = null;
        foreach (var part in server.Parts)
        {
            foreach (var identity in part.Fragment.Identities)
            {
                if (!_byIdentity.TryAdd(identity, server) && twin is null && _byIdentity[identity] is var other && other != server && !other.SharesKindWith(server))
                {
                    twin = other;
                }
            }
        }

        return twin;
    }

    private void JoinCapture(ServerPart part)
    {
        var isGeneric = CaptureNames.IsGeneric(part.Artifact.FileName);
        var name = part.Fragment.Name.Raw;
        ServerParts? only = null;
        var manifests = 0;
        foreach (var server in AtHome(part))
        {
            // Two files with the same sort of list under one name are two captures of it, unless their names say pages.
            if (name.Length > 0 && server.IsCalled(name) && (isGeneric || !server.HasKind(part.Kind)))
            {
                server.Add(part);
                return;
            }

            if (server.Scope == FragmentScope.Folder)
            {
                only = server;
                manifests++;
            }
            else if (manifests == 0 && isGeneric && server.IsGeneric && (name.Length == 0 || server.Best(static f => f.Name) is null))
            {
                only ??= server;
            }
        }

        if (isGeneric && only is not null && manifests <= 1)
        {
            only.Add(part);
        }
        else
        {
            Start(part);
        }
    }

    private void JoinSupplement(ServerPart part)
    {
        var servers = AtHome(part);
        ServerParts? found = null;
        foreach (var identity in part.Fragment.Identities)
        {
            found ??= _byIdentity.GetValueOrDefault(identity);
        }

        foreach (var server in servers)
        {
            if (server.Scope == FragmentScope.Folder || server.IsGeneric || servers.Count == 1)
            {
                found ??= server;
            }
        }

        if (found is null)
        {
            _homeless.Add(part.Fragment);
        }
        else
        {
            found.Add(part);
        }
    }
}
