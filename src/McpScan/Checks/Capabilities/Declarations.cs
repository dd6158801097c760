using McpScan.Modeling;
using McpScan.Syntax;

namespace McpScan.Checks.Capabilities;

/// <summary>Reads what manifests and profiles say that a subject can do.</summary>
internal static class Declarations
{
    /// <summary>The capabilities that are declared by the entries of a subject; what is no capability is left out, the readers have said so.</summary>
    public static IEnumerable<Capability> Of(Subject subject)
    {
        foreach (var entry in subject.Entries)
        {
            if (entry.Node is ScalarNode { Kind: ScalarKind.String } text
                && (ReferenceEquals(entry.Field, ToolFields.Capability) || ReferenceEquals(entry.Field, PermissionsFields.Capability))
                && CapabilityGrammar.Parse(text.Value, out _) is { } term)
            {
                yield return Capability.Declared(term, CapabilityEvidence.Of(text));
            }
        }
    }
}
