using System.Collections.Immutable;
using System.Globalization;
using McpScan.Modeling;

namespace McpScan.Checks;

/// <summary>Counts the tools of a server.</summary>
public sealed class ToolCount : ICheck
{
    public string Name => "tool-count";

    public string Summary => "Finds a server with more tools than it may have.";

    public ImmutableArray<CheckParameter> Parameters { get; } = [new("most", "The most tools that are in order.", IsRequired: true)];

    public IEnumerable<Hit> Examine(CheckInput input)
    {
        var most = input.Arguments.Number("most", int.MaxValue);
        var count = 0;
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
            yield return Hit.On(first.Node) with { Values = ImmutableDictionary<string, string>.Empty.Add("count", count.ToString(CultureInfo.InvariantCulture)) };
        }
    }
}
