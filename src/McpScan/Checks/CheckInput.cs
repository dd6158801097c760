using McpScan.Modeling;
using McpScan.Standards;

namespace McpScan.Checks;

/// <summary>What a check is asked about.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Server">The server it belongs to, or null for a client, a file or a free profile.</param>
/// <param name="Together">All servers that are installed together, itself among them, in the order of their ids and as one list for all of them; empty where it stands alone.</param>
/// <param name="Entry">The value asked about; null where the leaf names no field.</param>
/// <param name="Arguments">The rule's arguments.</param>
/// <param name="Lists">The lists of catalogs/lists/.</param>
/// <param name="Texts">What the subject's texts say.</param>
/// <param name="Clauses">What the policy requires and forbids.</param>
/// <param name="Day">The day of the audit; null where nobody named one.</param>
public readonly record struct CheckInput(
    Subject Subject,
    Server? Server,
    IReadOnlyList<Server> Together,
    FieldEntry? Entry,
    CheckArguments Arguments,
    Rules.Lists Lists,
    Prose.Texts Texts,
    Clauses Clauses,
    DateOnly? Day)
{
    /// <summary>The gateway that the subject belongs to; null where it belongs to none.</summary>
    public Gateway? Gateway { get; init; }

    /// <summary>The agent whose reach the subject is; null for every other subject.</summary>
    public Agent? Agent { get; init; }
}
