using System.Collections.Immutable;
using McpScan.Auditing;
using McpScan.Discovery;
using McpScan.Modeling;
using McpScan.Text;

namespace McpScan.Cli.Commands;

/// <summary>A client configuration that was found and read.</summary>
/// <param name="Client">The client's id; several read some paths, the root key decides.</param>
/// <param name="Scope">user, project, managed or plugin.</param>
/// <param name="Path">The full path.</param>
/// <param name="Shown">The path from the current folder, or from home as <c>~/</c>.</param>
/// <param name="Servers">The servers that it names, in their order.</param>
/// <param name="Problems">Why it could not be read whole; secrets are masked.</param>
internal sealed record Discovered(
    string Client, string Scope, string Path, string Shown, ImmutableArray<DiscoveredServer> Servers, ImmutableArray<string> Problems)
{
    private const string KindStart = "client-config/";

    /// <summary>Reads every configuration that a client of this user or of the current folder would read.</summary>
    public static List<Discovered> Read(CliHost host) => ClientFiles.Find(host).ConvertAll(file => Read(file, host));

    private static Discovered Read(ClientFile file, CliHost host)
    {
        var inventory = InventoryBuilder.Build([file.Path], new InventoryOptions { CurrentDirectory = host.CurrentDirectory, Home = ClientPlaces.Home(host.Variable) });
        var kind = inventory.Inputs.FirstOrDefault(input => input.Kind.StartsWith(KindStart, StringComparison.Ordinal))?.Kind[KindStart.Length..];
        var problems = inventory.Notices.Where(n => n.Severity == NoticeSeverity.Error).Select(n => SecretMask.Of(new Untrusted(n.Message).ToString()));
        return new Discovered(
            kind is null or "generic" ? file.Place.ClientId : kind,
            file.Place.Scope,
            file.Path,
            Show(file.Path, host),
            [.. inventory.Servers.Select(ServerOf)],
            [.. problems]);
    }

    private static DiscoveredServer ServerOf(Server server) => new(
        SecretMask.Of(server.Name.Raw),
        server.Of(SubjectKind.Launch).Any() ? "stdio" : server.Of(SubjectKind.Remote).Any() ? "remote" : "other",
        server.Subjects.Any(s => s.FirstText(LaunchFields.Disabled) == "true" || s.FirstText(RemoteFields.Disabled) == "true"));

    private static string Show(string path, CliHost host)
    {
        var relative = System.IO.Path.GetRelativePath(host.CurrentDirectory, path);
        if (!System.IO.Path.IsPathRooted(relative) && !relative.StartsWith("..", StringComparison.Ordinal))
        {
            return relative.Replace('\\', '/');
        }

        return ClientPlaces.Home(host.Variable) is { } home && System.IO.Path.GetRelativePath(home, path) is var inHome
            && !System.IO.Path.IsPathRooted(inHome) && !inHome.StartsWith("..", StringComparison.Ordinal)
                ? "~/" + inHome.Replace('\\', '/')
                : path;
    }
}

/// <summary>A server that a configuration names.</summary>
/// <param name="Name">Its name there.</param>
/// <param name="Kind">stdio, remote, or other for one that the client brings along.</param>
/// <param name="IsDisabled">Whether the entry is switched off.</param>
internal sealed record DiscoveredServer(string Name, string Kind, bool IsDisabled);
