using System.Collections.Immutable;
using McpScan.Syntax;

namespace McpScan.Checks;

/// <summary>Finds a local reference in a schema that leads to a part of the schema in which it stands itself, at once or by way of other references.</summary>
public sealed class RecursiveReference : ICheck
{
    public string Name => "recursive-reference";

    public string Summary => "Finds a $ref that leads, directly or through others, to a part of the schema that holds it.";

    public ImmutableArray<CheckParameter> Parameters => [];

    public IEnumerable<Hit> Examine(CheckInput input)
    {
        if (input.Entry is { Node: ScalarNode reference } && SchemaReferences.Of(input.Subject).IsLooping(reference))
        {
            yield return Hit.On(reference, input.Entry.Key);
        }
    }
}
