using System.Collections.Immutable;
using McpScan.Modeling;
using McpScan.Syntax;

namespace McpScan.Checks;

/// <summary>
/// Finds a full definition of a tool that has no input schema. Manifests may announce a tool by name and description alone; a definition is full where it
/// carries members that only <c>tools/list</c> knows, or where another tool of the same file has a schema.
/// </summary>
public sealed class MissingInputSchema : ICheck
{
    public string Name => "missing-input-schema";

    public string Summary => "Finds a tool definition of the protocol, not a mere announcement in a manifest, that has no input schema.";

    public ImmutableArray<CheckParameter> Parameters => [];

    public IEnumerable<Hit> Examine(CheckInput input)
    {
        var tool = input.Subject;
        if (!HasSchema(tool) && tool.First(ToolFields.Name) is ScalarNode name && (IsFull(tool) || HasFullSibling(input)))
        {
            yield return Hit.On(name);
        }
    }

    private static bool HasSchema(Subject tool) => tool.First(ToolFields.InputSchema) is not null || tool.First(ToolFields.ParameterName) is not null;

    private static bool IsFull(Subject tool) => tool.Definition["annotations"] is ObjectNode || tool.Definition["outputSchema"] is ObjectNode || tool.Definition["execution"] is ObjectNode;

    private static bool HasFullSibling(CheckInput input)
    {
        foreach (var other in input.Server?.Subjects ?? [])
        {
            if (other.Kind == SubjectKind.Tool && ReferenceEquals(other.Definition.Source, input.Subject.Definition.Source) && HasSchema(other))
            {
                return true;
            }
        }

        return false;
    }
}
