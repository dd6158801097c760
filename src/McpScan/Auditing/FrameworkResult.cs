using System.Collections.Immutable;
using McpScan.Rules;

namespace McpScan.Auditing;

/// <summary>What an audit says about the controls of a framework.</summary>
/// <param name="Framework">The framework.</param>
/// <param name="Controls">In its order.</param>
public sealed record FrameworkResult(Framework Framework, ImmutableArray<ControlResult> Controls)
{
    /// <summary>How many controls have a status.</summary>
    public int Count(ControlStatus status) => Controls.Count(control => control.Status == status);
}

/// <summary>What an audit says about a control.</summary>
/// <param name="Control">The control.</param>
/// <param name="Status">The answer.</param>
/// <param name="Reason">Why; what was found, for a control that is not met.</param>
public sealed record ControlResult(FrameworkControl Control, ControlStatus Status, string Reason)
{
    /// <summary>The rules that were asked about it, by id.</summary>
    public ImmutableArray<Rule> Rules { get; init; } = [];

    /// <summary>What they found, waived or not.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];
}

/// <summary>Answers about a control. None of them is a proof of conformity.</summary>
public enum ControlStatus
{
    /// <summary>What speaks to it was asked, and found nothing of medium severity or above.</summary>
    Met,

    /// <summary>There is a finding of medium severity or above, waived or not.</summary>
    NotMet,

    /// <summary>What would speak to it was not asked, or could not be: nobody knows.</summary>
    NotExamined,

    /// <summary>Nothing that McpScan looks at speaks to it.</summary>
    NotCovered,
}
