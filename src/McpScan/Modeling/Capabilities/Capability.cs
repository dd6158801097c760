namespace McpScan.Modeling;

/// <summary>Something that a subject can do: said by a manifest, or seen in its definition.</summary>
/// <param name="Term">What it is, in the grammar.</param>
/// <param name="Evidence">What says or shows it.</param>
/// <param name="Confidence">How sure it is; a declaration is always sure of what it says.</param>
/// <param name="Radius">How far it reaches.</param>
/// <param name="Sensitivity">For data: whom it hurts when it becomes known; null where that is not known.</param>
public sealed record Capability(CapabilityTerm Term, CapabilityEvidence Evidence, Confidence Confidence, BlastRadius Radius, Sensitivity? Sensitivity = null)
{
    /// <summary>A capability that is declared by the words at a place.</summary>
    public static Capability Declared(CapabilityTerm term, CapabilityEvidence evidence) => new(term, evidence, Confidence.High, BlastRadius.Of(term));

    public override string ToString() => Term.ToString();
}
