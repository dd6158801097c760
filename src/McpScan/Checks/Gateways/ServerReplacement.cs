using System.Collections.Immutable;
using McpScan.Modeling;
using McpScan.Syntax;

namespace McpScan.Checks;

/// <summary>Follows the replacement that a registry names for a server.</summary>
public sealed class ServerReplacement : ICheck
{
    public string Name => "server-replacement";

    public string Summary => "Finds a replacement that the registry does not have, that is the server itself, or that is deprecated too.";

    public ImmutableArray<CheckParameter> Parameters => [];

    public IEnumerable<Hit> Examine(CheckInput input)
    {
        if (input is not { Entry.Node: ScalarNode { Kind: ScalarKind.String } name, Gateway: { } gateway, Server: { } server })
        {
            yield break;
        }

        var found = gateway.Find(name.Value);
        var problem = name.Value == server.Name.Raw ? "is the server itself"
            : found is null ? "is not in the registry"
            : found.Deprecated is not null ? "is deprecated too" : null;
        if (problem is not null)
        {
            yield return Hit.On(name) with
            {
                Related = found?.Deprecated is { } other && name.Value != server.Name.Raw ? [(other.Self.Location, "the replacement")] : [],
                Values = ImmutableDictionary<string, string>.Empty.Add("problem", problem),
            };
        }
    }
}
