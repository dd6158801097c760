using System.Collections.Immutable;
using McpScan.Language;
using McpScan.Modeling;
using McpScan.Syntax;

namespace McpScan.Checks.Prose;

/// <summary>What checks on statements have in common: where a text stands, and how a statement becomes evidence.</summary>
internal static class StatementQuestion
{
    /// <summary>Longer evidence shows the part around the act.</summary>
    private const int MaxEvidence = 400;

    private static readonly FactSet Naming = FactSet.Of(Fact.InDescription, Fact.InTitle, Fact.InName);

    /// <summary>The facts of a field: where the text stands.</summary>
    public static FactSet PlaceOf(Field field) =>
        field.Name switch
        {
            "name" => FactSet.Of(Fact.InName),
            "title" or "annotations.title" or "parameters.*.title" => FactSet.Of(Fact.InTitle),
            "description" or "instructions" or "body" => FactSet.Of(Fact.InDescription),
            "parameters.*.name" => FactSet.Of(Fact.InName, Fact.InParameter),
            "parameters.*.description" or "schema.text" or "parameters.*.$comment" or "arguments.*.description" => FactSet.Of(Fact.InParameter),
            "parameters.*.default" or "parameters.*.enum" or "parameters.*.const" or "parameters.*.examples" => FactSet.Of(Fact.InValue),
            "outputSchema.text" => FactSet.Of(Fact.InOutput),
            _ => FactSet.Of(Fact.InMeta),
        };

    /// <summary>The facts of a statement together with its place. Descriptions and titles open with what the tool does; elsewhere the first sentence speaks to the caller as well.</summary>
    public static FactSet FactsOf(FactSet facts, FactSet place) => (place.Overlaps(Naming) ? facts : facts.Without(FactSet.Of(Fact.Opening))) | place;

    /// <summary>The place of a statement, with the decoded text where it was hidden in a code.</summary>
    public static Hit HitOf(FieldEntry entry, ScalarNode scalar, TextLayer layer, Statement statement)
    {
        var (start, length) = layer.ToRaw(statement.Start, Math.Min(statement.Length, MaxEvidence));
        var hit = Hit.In(scalar, start, length, entry.Key);
        hit = layer.Encoding is null ? hit : hit with { Decoded = layer.Plain.Text };
        return statement.Name < 0 ? hit
            : hit with { Values = ImmutableDictionary<string, string>.Empty.Add("tool", layer.Plain.Text.Substring(statement.Name, statement.NameLength)) };
    }
}
