using System.Text;
using McpScan.Auditing;
using McpScan.Reporting;

namespace McpScan.Tests.Reporting;

/// <summary>Renders into memory.</summary>
internal static class Rendering
{
    public static string ToText(IRenderer renderer, AuditReport report) => Encoding.UTF8.GetString(ToBytes(renderer, report));

    public static byte[] ToBytes(IRenderer renderer, AuditReport report)
    {
        using var output = new MemoryStream();
        renderer.Render(report, output);
        return output.ToArray();
    }
}
