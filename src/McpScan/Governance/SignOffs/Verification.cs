using System.Collections.Immutable;

namespace McpScan.Governance.SignOffs;

/// <summary>What a verification came to, line by line.</summary>
public sealed record Verification(ImmutableArray<Check> Checks)
{
    /// <summary>0 it holds, 1 it does not, 3 something could not be looked at; never a pass.</summary>
    public int ExitCode => Worst switch { CheckResult.Fails => 1, CheckResult.Unknown => 3, _ => 0 };

    private CheckResult Worst => Checks.IsEmpty ? CheckResult.Unknown : Checks.Max(check => check.Result);
}
