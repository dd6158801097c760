namespace McpScan.Cli;

/// <summary>Exit codes, the same for every command and format.</summary>
internal static class ExitCodes
{
    /// <summary>Nothing at or above the threshold.</summary>
    public const int Passed = 0;

    /// <summary>Findings at or above the threshold.</summary>
    public const int Findings = 1;

    /// <summary>Bad usage, policy or rules.</summary>
    public const int Usage = 2;

    /// <summary>The audit is incomplete. Never a pass.</summary>
    public const int Incomplete = 3;

    /// <summary>A fault of the program itself (EX_SOFTWARE of sysexits.h). Nothing that it wrote may be relied on.</summary>
    public const int Internal = 70;
}
