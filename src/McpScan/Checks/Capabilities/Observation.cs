using McpScan.Modeling;

namespace McpScan.Checks.Capabilities;

/// <summary>A tool while it is looked at: what has been seen so far, and what acts may ask of its definition.</summary>
/// <param name="tool">The tool.</param>
/// <param name="name">Its name; null where it has none.</param>
/// <param name="description">Its description; null where it has none.</param>
internal sealed class Observation(Subject tool, string? name, string? description)
{
    private ToolParameters? _parameters;
    private Remarks? _remarks;

    public List<Capability> Seen { get; } = [];

    /// <summary>Its parameters. Most tools do nothing for which they matter: they are looked at when an act asks.</summary>
    public ToolParameters Parameters => _parameters ??= ToolParameters.Of(tool);

    /// <summary>What it says of its own reach.</summary>
    public Remarks Said => _remarks ??= Remarks.Of(name, description);

    /// <summary>Adds a record of a service.</summary>
    public void AddData(Act act, string action, string scope, Sensitivity sensitivity)
    {
        var term = new CapabilityTerm("data", action, scope);
        Seen.Add(new Capability(term, act.Evidence, act.IsName ? Confidence.High : Confidence.Medium, RadiusOf(term, act), sensitivity));
    }

    /// <summary>Adds a thing that no list knows.</summary>
    public void AddUnknown(Act act, string action)
    {
        var term = new CapabilityTerm("data", action, act.Unknown);
        Seen.Add(new Capability(term, act.Evidence, Confidence.Low, RadiusOf(term, act)));
    }

    /// <summary>Adds a capability if it is one.</summary>
    /// <param name="act">What shows it.</param>
    /// <param name="term">What it is.</param>
    /// <param name="isIt">Whether it is.</param>
    /// <param name="isBounded">Whether something else than the scope bounds it; null where nothing does.</param>
    public void Add(Act act, CapabilityTerm term, bool isIt, bool? isBounded = null)
    {
        if (isIt)
        {
            var radius = RadiusOf(term, act);
            Seen.Add(new Capability(term, act.Evidence, act.IsName ? Confidence.High : Confidence.Medium, isBounded is { } bound ? radius with { IsBounded = bound } : radius));
        }
    }

    private BlastRadius RadiusOf(CapabilityTerm term, Act act)
    {
        var radius = BlastRadius.Of(term);
        return act.Deed == Deed.Delete && Said.IsUndoable ? radius with { IsReversible = true } : radius;
    }
}
