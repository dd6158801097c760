namespace McpScan.Text;

/// <summary>Where something was written: a text, a span in it and a logical path such as <c>server:weather/tool:add/description</c>.</summary>
/// <param name="Source">The text.</param>
/// <param name="Span">The exact characters.</param>
/// <param name="LogicalPath">The place in the model; empty where there is none, as for a syntax error.</param>
public sealed record Location(SourceText Source, TextSpan Span, string LogicalPath = "")
{
    /// <summary>The characters that the location names.</summary>
    public string GetText() => Source.ToString(Span);
}
