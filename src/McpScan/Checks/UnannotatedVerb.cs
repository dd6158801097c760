using System.Collections.Immutable;
using McpScan.Modeling;

namespace McpScan.Checks;

/// <summary>
/// Finds the verb of a tool's name, as <see cref="ToolVerb"/> does, where the tool says neither whether it only reads nor whether it destroys, on a server whose other tools do.
/// Where no tool is annotated, the absence says nothing of any of them.
/// </summary>
internal sealed class UnannotatedVerb : ICheck
{
    private readonly ToolVerb _verb = new();

    public string Name => "unannotated-verb";

    public string Summary => "Finds the verb of the name of a tool that has neither readOnlyHint nor destructiveHint, while another tool of its server has. Gives {other}.";

    public ImmutableArray<CheckParameter> Parameters => _verb.Parameters;

    public IEnumerable<Hit> Examine(CheckInput input)
    {
        if (input.Server is not { } server || IsAnnotated(input.Subject))
        {
            yield break;
        }

        foreach (var hit in _verb.Examine(input))
        {
            foreach (var sibling in server.Subjects)
            {
                if (sibling.Kind == SubjectKind.Tool && IsAnnotated(sibling) && sibling.Definition.Source == input.Subject.Definition.Source)
                {
                    yield return hit with
                    {
                        Related = [(sibling.Location, "is annotated")],
                        Values = ImmutableDictionary<string, string>.Empty.Add("other", sibling.Name.Raw),
                    };
                    yield break;
                }
            }
        }
    }

    private static bool IsAnnotated(Subject tool) => tool.First(ToolFields.ReadOnlyHint) is not null || tool.First(ToolFields.DestructiveHint) is not null;
}
