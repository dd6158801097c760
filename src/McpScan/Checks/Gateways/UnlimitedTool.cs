using System.Collections.Immutable;

namespace McpScan.Checks;

/// <summary>Compares the limits of a gateway with the tools of its servers.</summary>
public sealed class UnlimitedTool : ICheck
{
    public string Name => "unlimited-tool";

    public string Summary => "Finds the first tool of the gateway's servers that destroys or pays and has no limit of their own, where no default covers it; the hit is the name of the section.";

    public ImmutableArray<CheckParameter> Parameters => [];

    public IEnumerable<Hit> Examine(CheckInput input)
    {
        if (input.Gateway is { } gateway && LimitIndex.Of(gateway, input.Lists).Unlimited is { IsEmpty: false } unlimited)
        {
            yield return new Hit(input.Subject.Definition, input.Subject.Location.Span) with
            {
                Related = [.. unlimited.Take(8).Select(static each => (each.Tool.Definition?.Location ?? each.Server.Self.Location, "the tool or its server"))],
                Values = ImmutableDictionary<string, string>.Empty.Add("tools", Enumeration.Of([.. unlimited.Select(static each => $"'{each.Tool.Name.Raw}' of '{each.Server.Name.Raw}'")])),
            };
        }
    }
}
