using System.Collections.Immutable;
using System.Globalization;
using McpScan.Modeling;

namespace McpScan.Checks;

/// <summary>Counts the tools of a server, or of all servers that one client has.</summary>
public sealed class ToolCount : ICheck
{
    public string Name => "tool-count";

    public string Summary => "Finds a server with more tools than it may have, or the one with which the servers of a client together have more. Gives {count}.";

    public ImmutableArray<CheckParameter> Parameters { get; } =
    [
        new("most", "The most tools that are in order.", IsRequired: true),
        new("among", "server (default): its own tools; together: those of all servers that are installed together."),
    ];

    public IEnumerable<Hit> Examine(CheckInput input)
    {
        var group = input.Server is not null && input.Together.Count > 1 && input.Arguments.Text("among", "server") == "together" ? GroupIndex.Of(input.Together) : null;
        var most = input.Arguments.Number("most", int.MaxValue);
        var count = group?.ToolsBefore(input.Server!) ?? 0;
        FieldEntry? beyond = null;
        foreach (var entry in input.Subject.Entries)
        {
            if (ReferenceEquals(entry.Field, ServerFields.ToolName) && ++count == most + 1)
            {
                beyond = entry;
            }
        }

        if (beyond is { } first)
        {
            yield return Hit.On(first.Node) with { Values = ImmutableDictionary<string, string>.Empty.Add("count", (group?.Tools ?? count).ToString(CultureInfo.InvariantCulture)) };
        }
    }
}
