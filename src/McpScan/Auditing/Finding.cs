using System.Collections.Immutable;
using McpScan.Governance.Baselines;
using McpScan.Modeling;
using McpScan.Rules;
using McpScan.Text;

namespace McpScan.Auditing;

/// <summary>An answer of a rule about a subject, with its evidence.</summary>
public sealed record Finding
{
    public required Rule Rule { get; init; }

    /// <summary>The rule's severity, unless the policy says otherwise.</summary>
    public required Severity Severity { get; init; }

    /// <summary>Whether its severity is at or above the threshold that holds at its place.</summary>
    public required bool IsSevere { get; init; }

    /// <summary>Whether it rejects its server.</summary>
    public bool IsRejecting => IsSevere && Status == FindingStatus.Open;

    public required Confidence Confidence { get; init; }

    /// <summary>One sentence; values of the audited side in it are in their visible form.</summary>
    public required string Message { get; init; }

    /// <summary>The id of the server; null for a client, a file or a free profile.</summary>
    public string? Server { get; init; }

    public required SubjectKind SubjectKind { get; init; }

    public required Untrusted SubjectName { get; init; }

    public required string SubjectId { get; init; }

    /// <summary>Where in the definition the evidence stands, such as <c>inputSchema.properties.city.description</c>; empty for the subject as a whole.</summary>
    public required Untrusted Field { get; init; }

    /// <summary>The first and sharpest place.</summary>
    public required Place Place { get; init; }

    /// <summary>Further places of the same finding.</summary>
    public ImmutableArray<RelatedPlace> Related { get; init; } = [];

    /// <summary>The text at <see cref="Place"/>, at most 200 characters; a secret is redacted.</summary>
    public required Untrusted Evidence { get; init; }

    /// <summary>What the evidence decodes to; null where it stands in plain sight.</summary>
    public Untrusted? Decoded { get; init; }

    /// <summary>What to write instead; null where the rule's advice is all there is.</summary>
    public Replacement? Replacement { get; init; }

    /// <summary>How the subject differs from its pinned form, where that is what the finding says.</summary>
    public ImmutableArray<FindingChange> Changes { get; init; } = [];

    /// <summary>A short digest of the secret that is the evidence, to tell which keys are one key; null where it is none.</summary>
    public string? SecretFingerprint { get; init; }

    /// <summary>Identity by rule, subject and normalised evidence; never by line. Lower-case hex, 32 characters.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Identity of all the evidence, in the same form: it changes where a finding stays and its evidence does not.</summary>
    public required string EvidenceFingerprint { get; init; }

    /// <summary>Digest of the subject's definition, for which a waiver is given; null where the finding was made by hand.</summary>
    public ContentDigest? Definition { get; init; }

    public required FindingStatus Status { get; init; }

    /// <summary>What accepts it, where its status says that a waiver does.</summary>
    public WaiverReport? Waiver { get; init; }

    /// <summary>How it stands to the earlier report that the audit was given; null where it was given none.</summary>
    public BaselineState? BaselineState { get; init; }

    /// <summary>The finding held against an earlier report: open no more where that has it as it is.</summary>
    internal Finding HeldAgainst(Baseline? baseline)
    {
        if (baseline is null)
        {
            return this;
        }

        var state = baseline.StateOf(Fingerprint, EvidenceFingerprint, Severity);
        var isAccepted = state == Governance.Baselines.BaselineState.Unchanged && Status == FindingStatus.Open && baseline.Accepts(Fingerprint);
        return this with { BaselineState = state, Status = isAccepted ? FindingStatus.Baseline : Status };
    }
}

/// <summary>Whether a finding counts.</summary>
public enum FindingStatus
{
    Open,

    /// <summary>It is accepted by a waiver.</summary>
    Waived,

    /// <summary>An earlier report that was accepted has it as it is.</summary>
    Baseline,
}

/// <summary>A difference from the pinned form.</summary>
/// <param name="Kind">How it differs.</param>
/// <param name="What">What differs, in a few words.</param>
/// <param name="Before">The pinned value, at most 400 characters; null where there was none.</param>
/// <param name="After">The value, at most 400 characters; null where there is none any more.</param>
public sealed record FindingChange(ChangeKind Kind, Untrusted What, Untrusted? Before, Untrusted? After);

/// <summary>A place that a finding also rests on.</summary>
/// <param name="Place">The place.</param>
/// <param name="Role">A word on its part, such as <c>also here</c> or <c>the tool that it names</c>.</param>
public sealed record RelatedPlace(Place Place, string Role);
