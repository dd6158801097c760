using McpScan.Rules;
using McpScan.Text;

namespace McpScan.Reporting.Sarif;

/// <summary>Severities in the scales of SARIF and its readers.</summary>
internal static class SarifLevels
{
    public static string Of(Severity severity) => severity switch
    {
        >= Severity.High => "error",
        Severity.Medium => "warning",
        _ => "note",
    };

    public static string Of(NoticeSeverity severity) => severity switch
    {
        NoticeSeverity.Error => "error",
        NoticeSeverity.Warning => "warning",
        _ => "note",
    };

    /// <summary>GitHub's score as text: above 9.0 is critical, from 7.0 high, from 4.0 medium, above 0 low. Null for what is no security problem by itself.</summary>
    public static string? SecuritySeverity(Severity severity) => severity switch
    {
        Severity.Critical => "9.5",
        Severity.High => "8.0",
        Severity.Medium => "5.5",
        Severity.Low => "2.0",
        _ => null,
    };

    /// <summary>GitHub's word for how bad a problem is that has no score.</summary>
    public static string ProblemSeverity(Severity severity) => severity switch
    {
        >= Severity.High => "error",
        Severity.Medium => "warning",
        _ => "recommendation",
    };

    /// <summary>Priority from 0 to 100, on the scale of <see cref="SecuritySeverity"/>; unlike the rule's score it follows the policy.</summary>
    public static double Rank(Severity severity) => severity switch
    {
        Severity.Critical => 95,
        Severity.High => 80,
        Severity.Medium => 55,
        Severity.Low => 20,
        _ => 5,
    };
}
