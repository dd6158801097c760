using System.Text;

namespace McpScan.Reporting.Documentation;

/// <summary>A generated page of the documentation.</summary>
/// <param name="Path">Below docs/, with forward slashes.</param>
/// <param name="Text">Markdown with LF line ends.</param>
public sealed record Page(string Path, string Text)
{
    /// <summary>The text of a page with LF line ends and exactly one at the end.</summary>
    internal static string Finish(StringBuilder page) => page.ToString().ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
}
