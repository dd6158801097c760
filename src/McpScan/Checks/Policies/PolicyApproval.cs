using System.Collections.Immutable;
using McpScan.Modeling;
using McpScan.Standards;
using McpScan.Syntax;

namespace McpScan.Checks.Policies;

/// <summary>Holds the approver that a server declares against those whom the policy entitles.</summary>
public sealed class PolicyApproval : ICheck
{
    public string Name => "policy-approval";

    public string Summary => "Finds a server that was approved by its own owner or author, or by nobody whom the policy entitles; without the clause the rule does not apply.";

    public ImmutableArray<CheckParameter> Parameters { get; } = [new("problem", "self or unknown.", IsRequired: true)];

    public bool Applies(CheckArguments arguments, Clauses clauses) => clauses.Approval is { } approval
        && (IsSelf(arguments) ? approval.SeparationOfDuty : !approval.Approvers.IsEmpty);

    public IEnumerable<Hit> Examine(CheckInput input)
    {
        if (input.Clauses.Approval is not { } approval)
        {
            yield break;
        }

        foreach (var entry in input.Subject.Select(ServerFields.ApprovedBy))
        {
            if (entry.Node is ScalarNode approver && (IsSelf(input.Arguments) ? Answers(input.Subject).Any(owner => Person.IsSame(owner, approver.Value)) : !approval.Entitles(approver.Value)))
            {
                yield return PolicyHits.On(approver, approval.Key, approver.Value, "entitles");
            }
        }
    }

    private static bool IsSelf(CheckArguments arguments) => arguments.Text("problem", "") == "self";

    /// <summary>Those who answer for the server: its owner and its author.</summary>
    private static IEnumerable<string> Answers(Subject server) =>
        server.Select(ServerFields.Owner).Concat(server.Select(ServerFields.Publisher)).Select(static entry => entry.Node).OfType<ScalarNode>().Select(static node => node.Value);
}
