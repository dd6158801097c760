using McpScan.Auditing;

namespace McpScan.Reporting;

/// <summary>Turns a report into bytes. Pure: no clock, no file, no network.</summary>
public interface IRenderer
{
    /// <summary>The name that <c>--format</c> takes.</summary>
    string Format { get; }

    /// <summary>File extensions that <c>-o</c> recognises, with the dot; the longest match wins.</summary>
    IReadOnlyList<string> Extensions { get; }

    /// <summary>Writes UTF-8 without a byte-order mark.</summary>
    void Render(AuditReport report, Stream output);
}
