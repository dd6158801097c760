using System.Collections.Immutable;
using McpScan.Modeling;
using McpScan.Syntax;

namespace McpScan.Checks;

/// <summary>Compares the tools of a server, the scopes that a gateway maps them to, and the scopes that its tokens can have.</summary>
public sealed class ToolScopes : ICheck
{
    private static readonly string[] ReadingEnds = ["read", "readonly", "read-only", "read_only", "view", "list", "get"];

    public string Name => "tool-scopes";

    public string Summary =>
        "Finds tools of a gateway's server that need no scope, be it that they are not mapped (missing), a scope of a tool that the server's tokens cannot have (unknown), or a tool that destroys or pays and needs nothing but scopes for reading (reading).";

    public ImmutableArray<CheckParameter> Parameters { get; } = [new("is", "missing, unknown or reading.", IsRequired: true)];

    public IEnumerable<Hit> Examine(CheckInput input)
    {
        var scopes = input.Subject.Select(RemoteFields.ToolScope).Where(static entry => entry.Key is not null).ToLookup(static entry => entry.Key!.Value, static entry => entry.Node, StringComparer.Ordinal);
        var mapped = input.Subject.Select(RemoteFields.ToolScopes).Select(static entry => entry.Node).OfType<ScalarNode>().ToArray();
        if (mapped.Length == 0)
        {
            return [];
        }

        return input.Arguments.Text("is", "") switch
        {
            "missing" => Missing(input, mapped, scopes),
            "unknown" => Unknown(input.Subject),
            _ => Reading(input, mapped, scopes),
        };
    }

    private static IEnumerable<Hit> Missing(CheckInput input, ScalarNode[] mapped, ILookup<string, DataNode> scopes)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var tool in mapped)
        {
            names.Add(tool.Value);
            if (!scopes[tool.Value].Any(static scope => scope is ScalarNode { Value.Length: > 0 }))
            {
                yield return Hit.On(tool, tool) with { Values = Named(tool.Value) };
            }
        }

        if (names.Contains("*") || input is not { Gateway: { } gateway, Server: { } server })
        {
            yield break;
        }

        var unmapped = (gateway.Find(server.Name.Raw)?.Tools ?? []).Where(tool => names.Add(tool.Name.Raw)).ToList();
        if (unmapped.Count > 0 && input.Subject.First(RemoteFields.Gateway) is ScalarNode name)
        {
            yield return Hit.On(name) with
            {
                Related = [.. unmapped.Where(static tool => tool.Definition is not null).Take(8).Select(static tool => (tool.Definition!.Location, "the tool"))],
                Values = Named(Enumeration.Of(unmapped.ConvertAll(static tool => tool.Name.Raw))),
            };
        }
    }

    private static IEnumerable<Hit> Unknown(Subject remote)
    {
        var offered = remote.Select(RemoteFields.OAuthScope).Select(static entry => entry.Node).OfType<ScalarNode>()
            .SelectMany(static scope => scope.Value.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)).ToHashSet(StringComparer.Ordinal);
        if (offered.Count == 0 || offered.Any(Wildcard.Is))
        {
            yield break;
        }

        foreach (var entry in remote.Select(RemoteFields.ToolScope))
        {
            if (entry.Node is ScalarNode { Value.Length: > 0 } scope && !Wildcard.Is(scope.Value) && !offered.Contains(scope.Value))
            {
                yield return Hit.On(scope, entry.Key);
            }
        }
    }

    private static IEnumerable<Hit> Reading(CheckInput input, ScalarNode[] mapped, ILookup<string, DataNode> scopes)
    {
        foreach (var tool in mapped)
        {
            var needed = scopes[tool.Value].OfType<ScalarNode>().ToArray();
            if (needed.Length > 0 && Array.TrueForAll(needed, IsReading) && EffectOf(input, tool.Value).NeedsPerson())
            {
                yield return Hit.On(needed[0], tool) with { Values = Named(tool.Value) };
            }
        }
    }

    private static ToolEffect EffectOf(CheckInput input, string tool) =>
        input.Server is { } server && input.Gateway?.Find(server.Name.Raw)?.Tool(tool) is { } known ? ToolEffects.Of(known, input.Lists) : ToolEffects.Of(tool, input.Lists);

    private static bool IsReading(ScalarNode scope) =>
        ReadingEnds.Contains(scope.Value[(scope.Value.LastIndexOfAny([':', '.', '/']) + 1)..], StringComparer.OrdinalIgnoreCase);

    private static ImmutableDictionary<string, string> Named(string tool) => ImmutableDictionary<string, string>.Empty.Add("tool", tool);
}
