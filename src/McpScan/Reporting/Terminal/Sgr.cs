using McpScan.Auditing;
using McpScan.Rules;
using McpScan.Text;

namespace McpScan.Reporting.Terminal;

/// <summary>The few ANSI styles (Select Graphic Rendition parameters) that the console report uses; all come from the terminal's own palette.</summary>
internal static class Sgr
{
    public const string Bold = "1";
    public const string Dim = "2";
    public const string Gutter = "34";

    public static string Of(Severity severity) => severity switch
    {
        Severity.Critical => "1;7;31",
        Severity.High => "1;31",
        Severity.Medium => "1;33",
        Severity.Low => "1;36",
        _ => "1;34",
    };

    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Rejected => "1;31",
        Verdict.Incomplete => "1;35",
        Verdict.Conditional => "1;33",
        _ => "1;32",
    };

    public static string Of(NoticeSeverity severity) => severity switch
    {
        NoticeSeverity.Error => "1;31",
        NoticeSeverity.Warning => "1;33",
        _ => "1;34",
    };
}
