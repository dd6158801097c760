namespace McpScan.Rules;

/// <summary>How bad it is if the finding is right.</summary>
public enum Severity
{
    Info,
    Low,
    Medium,
    High,
    Critical,
}

/// <summary>Whether a rule runs: experimental rules are off unless asked for, deprecated ones are kept so that their ids resolve.</summary>
public enum RuleStatus
{
    Experimental,
    Stable,
    Deprecated,
}
