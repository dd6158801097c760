using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using McpScan.Modeling;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Checks;

/// <summary>
/// Finds a full definition of a tool that has no input schema. Manifests may announce a tool by name and description alone; a definition is full where it
/// carries members that only <c>tools/list</c> knows, or where another tool of the same file has a schema.
/// </summary>
public sealed class MissingInputSchema : ICheck
{
    private static readonly ConditionalWeakTable<Server, HashSet<SourceText>> FullFiles = [];

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

    private static bool HasFullSibling(CheckInput input) =>
        input.Server is { } server && FullFiles.GetValue(server, static s => FilesWithSchema(s)).Contains(input.Subject.Definition.Source);

    private static HashSet<SourceText> FilesWithSchema(Server server)
    {
        var files = new HashSet<SourceText>(ReferenceEqualityComparer.Instance);
        foreach (var tool in server.Subjects)
        {
            if (tool.Kind == SubjectKind.Tool && HasSchema(tool))
            {
                files.Add(tool.Definition.Source);
            }
        }

        return files;
    }
}
