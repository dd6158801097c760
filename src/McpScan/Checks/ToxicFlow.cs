using System.Collections.Immutable;
using System.Globalization;
using McpScan.Checks.Flows;
using McpScan.Modeling;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Checks;

/// <summary>
/// Asks whether what one model can call plays all parts of a flow. Whoever plays a part can be followed by any that plays the next, so the flows are broken by taking away all of
/// one part, and the smallest such set is the part with the fewest of them.
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
        var players = Array.ConvertAll(roles, role => FlowPart.Of(agent).Where(part => part.Roles.HasFlag(role)).ToList());
        if (Array.Exists(players, static list => list.Count == 0) || IsOne(players))
        {
            yield break;
        }

        var path = Path(players);
        var last = path[^1];
        yield return Hit.On(PlaceOf(last)) with
        {
            Values = ImmutableDictionary<string, string>.Empty
                .Add("path", string.Join(", ", path.Select((part, i) => $"{part} ({FlowRoles.Words(roles[i])})")))
                .Add("cut", Smallest(players, static part => part.ToString()))
                .Add("servers", Smallest(players, static part => part.Server.Name.ToString())),
            Related = [.. path.SkipLast(1).Select((part, i) => (part.Shown.Location, FlowRoles.Words(roles[i])))],
        };
    }

    /// <summary>Whether all parts are played by one alone: then it is no matter of what stands beside it.</summary>
    private static bool IsOne(List<FlowPart>[] players) => Array.TrueForAll(players, list => list.Count == 1 && list[0] == players[0][0]);

    /// <summary>One for each part; where there is a choice one that is not on the path yet.</summary>
    private static List<FlowPart> Path(List<FlowPart>[] players)
    {
        var path = new List<FlowPart>();
        foreach (var list in players)
        {
            path.Add(list.Find(part => !path.Contains(part)) ?? list[0]);
        }

        return path;
    }

    /// <summary>The names whose removal breaks all paths: those of the part that the fewest of them play.</summary>
    private static string Smallest(List<FlowPart>[] players, Func<FlowPart, string> name)
    {
        var names = players.Select(list => list.Select(name).Distinct(StringComparer.Ordinal).ToList()).MinBy(static names => names.Count)!;
        var listed = string.Join(", ", names.Take(MaxNamed));
        return names.Count <= MaxNamed ? listed : string.Create(CultureInfo.InvariantCulture, $"{listed} and {names.Count - MaxNamed} more");
    }

    private static DataNode PlaceOf(FlowPart part) =>
        part.Shown.First(ToolFields.Name) ?? part.Shown.First(LaunchFields.PackageName) ?? part.Shown.First(PackageFields.Name) ?? part.Shown.Definition;
}
