using System.Collections.Immutable;
using McpScan.Modeling;
using McpScan.Syntax;

namespace McpScan.Checks;

/// <summary>Compares the limit of a tool that destroys or pays with those of tools that read.</summary>
public sealed class LooseLimit : ICheck
{
    public string Name => "loose-limit";

    public string Summary => "Finds a rate of a tool that destroys or pays which is not below the tightest rate of a reading tool for the same span of time.";

    public ImmutableArray<CheckParameter> Parameters => [];

    public IEnumerable<Hit> Examine(CheckInput input)
    {
        if (input is { Entry: { Node: ScalarNode value, Key: { } span } entry, Gateway: { } gateway }
            && LimitIndex.Rate(value) is { } rate
            && LimitIndex.Of(gateway, input.Lists) is var limits
            && limits.EffectOf(input.Subject.FirstText(LimitFields.Tool) ?? "").NeedsPerson()
            && limits.TightestReading(span.Value) is var (tightest, node, limit)
            && rate >= tightest)
        {
            yield return Hit.On(value, entry.Key) with
            {
                Related = [(node.At(limit.Location.LogicalPath), "the reading tool's limit")],
                Values = ImmutableDictionary<string, string>.Empty.Add("other", limit.Name.Raw).Add("rate", node.Value),
            };
        }
    }
}
