using System.Collections.Immutable;
using McpScan.Modeling;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Checks;

/// <summary>
/// Compares what a registry manifest says of a server with what the other artifacts of the same server say: the owner of its repository, the name that the
/// package claims, the version of the package.
/// </summary>
public sealed class RegistryClaim : ICheck
{
    private static readonly char[] Slashes = ['/', '\\'];

    public string Name => "registry-claim";

    public string Summary => "Finds a claim of a registry manifest (server.json) that the repository address or the package's own metadata contradicts.";

    public ImmutableArray<CheckParameter> Parameters { get; } =
        [new("claim", "What is compared: owner (of io.github.<owner> names), name (mcpName of the package) or version (of the package).", IsRequired: true)];

    public IEnumerable<Hit> Examine(CheckInput input)
    {
        if (ManifestOf(input.Subject) is not { } manifest || manifest["name"] is not ScalarNode name)
        {
            return [];
        }

        return input.Arguments.Text("claim", "") switch
        {
            "owner" => Owner(manifest, name),
            "name" => Claimed(name, input.Server),
            _ => Versions(manifest, input.Server),
        };
    }

    /// <summary>The document of the registry manifest that the server was read from, or null.</summary>
    private static DataNode? ManifestOf(Subject server) =>
        server.Definition["packages"] is ArrayNode || server.Definition["remotes"] is ArrayNode ? server.Definition : null;

    private static IEnumerable<Hit> Owner(DataNode manifest, ScalarNode name)
    {
        const string Namespace = "io.github.";
        var slash = name.Value.IndexOf('/', StringComparison.Ordinal);
        if (!name.Value.StartsWith(Namespace, StringComparison.OrdinalIgnoreCase) || slash < 0
            || manifest["repository"]?["url"] is not ScalarNode url)
        {
            yield break;
        }

        var owner = name.Value[Namespace.Length..slash];
        var holder = HolderOf(url.Value);
        if (holder.Length > 0 && !holder.Equals(owner, StringComparison.OrdinalIgnoreCase))
        {
            yield return Hit.In(name, Namespace.Length, owner.Length) with
            {
                Related = [(new Location(url.Source, url.ContentSpan, ""), "the repository")],
                Values = ImmutableDictionary<string, string>.Empty.Add("other", holder),
            };
        }
    }

    /// <summary>The account of GitHub that the address of a repository names; empty where it names none.</summary>
    private static string HolderOf(string url)
    {
        foreach (var host in UrlHosts.Find(url, 1))
        {
            if (url.AsSpan(host.Start, host.Length).Equals("github.com", StringComparison.OrdinalIgnoreCase))
            {
                // Before the first slash stands a port at most.
                var path = url[host.End..].Split('?', '#')[0];
                var slash = path.AsSpan().IndexOfAny('/', '\\');
                return slash >= 0 && path[slash..].Split(Slashes, StringSplitOptions.RemoveEmptyEntries) is [var account, ..] ? account : "";
            }
        }

        return "";
    }

    private static IEnumerable<Hit> Claimed(ScalarNode name, Server? server)
    {
        foreach (var package in server is null ? [] : server.Of(SubjectKind.Package))
        {
            if (package.First(PackageFields.McpName) is ScalarNode claimed && claimed.Value != name.Value)
            {
                yield return Hit.On(claimed) with
                {
                    Related = [(new Location(name.Source, name.ContentSpan, ""), "the name in the registry manifest")],
                    Values = ImmutableDictionary<string, string>.Empty.Add("other", name.Value),
                };
            }
        }
    }

    private static IEnumerable<Hit> Versions(DataNode manifest, Server? server)
    {
        foreach (var announced in manifest["packages"]?.Items.ToArray() ?? [])
        {
            if (announced["identifier"] is not ScalarNode identifier || announced["version"] is not ScalarNode version)
            {
                continue;
            }

            foreach (var package in server is null ? [] : server.Of(SubjectKind.Package))
            {
                if (!ReferenceEquals(package.Definition, announced)
                    && package.FirstText(PackageFields.Name) == identifier.Value && package.FirstText(PackageFields.Ecosystem) == announced["registryType"]?.AsString()
                    && !ReferenceEquals(package.Definition.Source, identifier.Source)
                    && package.First(PackageFields.Version) is ScalarNode own && own.Value != version.Value)
                {
                    yield return Hit.On(version) with
                    {
                        Related = [(new Location(own.Source, own.ContentSpan, ""), "the version of the package itself")],
                        Values = ImmutableDictionary<string, string>.Empty.Add("other", own.Value),
                    };
                }
            }
        }
    }
}
