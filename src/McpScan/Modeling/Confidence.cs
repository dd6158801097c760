namespace McpScan.Modeling;

/// <summary>How sure a rule or an observation is that it is right.</summary>
public enum Confidence
{
    Low,
    Medium,
    High,
}
