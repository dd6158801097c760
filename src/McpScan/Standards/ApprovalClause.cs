using System.Collections.Immutable;
using McpScan.Syntax;

namespace McpScan.Standards;

/// <summary>Who may accept servers and exceptions, and for how long.</summary>
/// <param name="Key">The key <c>approval</c>.</param>
/// <param name="Approvers">Those who may; empty where anybody may.</param>
/// <param name="SeparationOfDuty">Whether the approver of a server must not be its owner or author, and a sign-off not be given by who asked for it.</param>
/// <param name="ValidDays">How many days an approval, a waiver or a sign-off may last at most; null where the policy sets no limit of its own.</param>
public sealed record ApprovalClause(ScalarNode Key, ImmutableArray<Approver> Approvers, bool SeparationOfDuty, int? ValidDays)
{
    /// <summary>Whether a person, written as a name, an address or both, may approve.</summary>
    public bool Entitles(string person) => Approvers.IsEmpty || Find(person) is not null;

    /// <summary>The approver that a person is, or null.</summary>
    public Approver? Find(string person) => Approvers.FirstOrDefault(approver => Person.IsSame(approver.Name, person));
}
