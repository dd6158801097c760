using System.Collections.Immutable;
using McpScan.Standards;
using McpScan.Syntax;

namespace McpScan.Checks.Policies;

/// <summary>Looks for what a policy wants to be declared of each server.</summary>
public sealed class PolicyMetadata : ICheck
{
    public string Name => "policy-metadata";

    public string Summary => "Finds that a server does not declare what the policy requires, or declares a class of data that the policy does not know; without the clause the rule does not apply.";

    public ImmutableArray<CheckParameter> Parameters { get; } = [new("problem", "missing or classification.", IsRequired: true)];

    public bool Applies(CheckArguments arguments, Clauses clauses) => clauses.Metadata is { } metadata
        && (IsMissing(arguments) ? !RequiredBy(metadata).IsEmpty : metadata.DataClassifications is not null);

    public IEnumerable<Hit> Examine(CheckInput input)
    {
        if (input.Clauses.Metadata is not { } metadata)
        {
            yield break;
        }

        if (IsMissing(input.Arguments))
        {
            var missing = RequiredBy(metadata).Where(name => input.Subject.First(MetadataItems.FieldOf(name)) is null).ToList();
            if (missing.Count > 0)
            {
                yield return PolicyHits.OnSubject(input.Subject, metadata.Key, string.Join(", ", missing), "requires");
            }

            yield break;
        }

        foreach (var entry in input.Subject.Select(Modeling.ServerFields.DataClassification))
        {
            if (entry.Node is ScalarNode node && metadata.DataClassifications is { } known && known.FindLoosely(node.Value) is null)
            {
                yield return PolicyHits.On(node, known.Key, node.Value, "does not know");
            }
        }
    }

    private static bool IsMissing(CheckArguments arguments) => arguments.Text("problem", "") == "missing";

    /// <summary>What is required by name, and the last audit where one must not be too long ago.</summary>
    private static ImmutableArray<string> RequiredBy(MetadataClause metadata) =>
        metadata.ReviewWithin is null || metadata.Required.Contains(MetadataItems.LastAudit) ? metadata.Required : metadata.Required.Add(MetadataItems.LastAudit);
}
