using HandlebarsDotNet;
using HandlebarsDotNet.Compiler;
using McpScan.Auditing;
using McpScan.Reporting;
using McpScan.Text;

namespace McpScan.Cli;

/// <summary>Renders with templates of the caller: a mistake in one of them is bad usage, and then nothing of the report is written.</summary>
/// <param name="inner">The renderer that uses the templates.</param>
/// <param name="folder">The folder as the caller named it.</param>
internal sealed class UserTemplateRenderer(IRenderer inner, string folder) : IRenderer
{
    public string Format => inner.Format;

    public IReadOnlyList<string> Extensions => inner.Extensions;

    public void Render(AuditReport report, Stream output)
    {
        using var whole = new MemoryStream();
        try
        {
            inner.Render(report, whole);
        }
        catch (Exception e) when (e is HandlebarsException or HandlebarsUndefinedBindingException)
        {
            throw new UsageException($"A template in '{new Untrusted(folder)}' for the format {Format} cannot be used: {new Untrusted(e.Message)}");
        }

        whole.Position = 0;
        whole.CopyTo(output);
    }
}
