using System.Collections.Immutable;
using McpScan.Modeling;
using McpScan.Syntax;

namespace McpScan.Checks;

/// <summary>Compares a name with those of its own kind that a model or a client sees beside it.</summary>
internal sealed class NameCollision : ICheck
{
    public string Name => "name-collision";

    public string Summary => "Finds a name that another subject of the same kind has too; only the later of the two is reported.";

    public ImmutableArray<CheckParameter> Parameters =>
    [
        new("among", "server (default): the same server; together: the servers that are installed together with it."),
        new("loosely", "true: names that differ, but only in case and separators; by default names that are equal."),
    ];

    public IEnumerable<Hit> Examine(CheckInput input)
    {
        if (input is not { Entry: { Node: ScalarNode { Value.Length: > 0 } name } entry, Server: { } server })
        {
            yield break;
        }

        var loosely = input.Arguments.Flag("loosely", false);
        if (Other(input, server, name.Value, loosely) is var (other, owner))
        {
            yield return Hit.On(name, entry.Key) with
            {
                Related = [(other.Location, "the other one")],
                Values = ImmutableDictionary<string, string>.Empty.Add("other", other.Name.Raw).Add("owner", owner.Name.Raw),
            };
        }
    }

    private static (Subject Subject, Server Owner)? Other(CheckInput input, Server server, string name, bool loosely)
    {
        if (input.Arguments.Text("among", "server") != "together")
        {
            return NameIndex.Of(server).Before(input.Subject, name, loosely) is { } earlier ? (earlier, server) : null;
        }

        return input.Together.Count > 1 ? GroupIndex.Of(input.Together).Before(input.Subject, server, name, loosely) : null;
    }
}
