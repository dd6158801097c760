using System.Collections.Immutable;
using System.Globalization;
using McpScan.Checks.Flows;
using McpScan.Modeling;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Checks;

/// <summary>
/// Asks whether tools that one model can call play all parts of a flow. Any tool of a part can be followed by any of the next, so the flows are broken by taking away all tools of
/// one part, and the smallest such set is the part with the fewest tools.
/// </summary>
public sealed class ToxicFlow : ICheck
{
    private const int MaxNamed = 5;

    public string Name => "toxic-flow";

    public string Summary => "Finds tools of one agent through which text by strangers, private data or secrets can flow to a way out or into execution; shows a path and the smallest set of tools whose removal breaks all paths.";

    public ImmutableArray<CheckParameter> Parameters { get; } =
    [
        new("through", "The parts of the flow in order, each one of untrusted, private, secret, out, execution, money.", IsRequired: true, Kind: ArgumentKind.FlowRole),
    ];

    public IEnumerable<Hit> Examine(CheckInput input)
    {
        if (input.Agent is not { } agent)
        {
            yield break;
        }

        var roles = input.Arguments.Texts("through").Select(static name => FlowRoles.Find(name)!.Value).ToArray();
        var players = Array.ConvertAll(roles, role => FlowTool.Of(agent).Where(tool => tool.Roles.HasFlag(role)).ToList());
        if (Array.Exists(players, static list => list.Count == 0) || players.SelectMany(static list => list).Distinct().Count() < 2)
        {
            yield break;
        }

        var path = Path(players);
        var cut = players.MinBy(static list => list.Count)!;
        var last = path[^1];
        yield return Hit.On(NameOf(last)) with
        {
            Values = ImmutableDictionary<string, string>.Empty
                .Add("path", string.Join(", ", path.Select((tool, i) => $"{Words(tool)} ({FlowRoles.Words(roles[i])})")))
                .Add("cut", Listed(cut))
                .Add("servers", Servers(players)),
            Related = [.. path.SkipLast(1).Select((tool, i) => (LocationOf(tool), FlowRoles.Words(roles[i])))],
        };
    }

    /// <summary>A tool for each part; where there is a choice one that is not on the path yet.</summary>
    private static List<FlowTool> Path(List<FlowTool>[] players)
    {
        var path = new List<FlowTool>();
        foreach (var list in players)
        {
            path.Add(list.Find(tool => !path.Contains(tool)) ?? list[0]);
        }

        return path;
    }

    /// <summary>The servers whose removal breaks all paths: those of the part that the fewest servers play.</summary>
    private static string Servers(List<FlowTool>[] players) =>
        string.Join(", ", players.Select(static list => list.Select(static tool => tool.Server.Name.ToString()).Distinct(StringComparer.Ordinal).ToList()).MinBy(static names => names.Count)!.Take(MaxNamed));

    private static string Listed(List<FlowTool> tools)
    {
        var named = string.Join(", ", tools.Take(MaxNamed).Select(Words));
        return tools.Count <= MaxNamed ? named : string.Create(CultureInfo.InvariantCulture, $"{named} and {tools.Count - MaxNamed} more");
    }

    private static string Words(FlowTool tool) => $"{tool.Server.Name}/{tool.Tool.Name}";

    private static DataNode NameOf(FlowTool tool) => tool.Tool.First(ToolFields.Name) ?? tool.Tool.Definition;

    private static Location LocationOf(FlowTool tool) => tool.Tool.Location;
}
