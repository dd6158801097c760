namespace McpScan.Modeling;

/// <summary>Whether package metadata shows a trace of MCP: then its folder holds a server, even where no manifest says so.</summary>
public static class PackageTraces
{
    private static readonly string[] NpmLibraries = ["fastmcp", "xmcp", "mcp-framework", "mcp-handler", "@vercel/mcp-adapter", "litemcp", "mcp-use", "tmcp", "muppet", "@hono/mcp", "@rekog/mcp-nest"];

    private static readonly string[] PythonLibraries = ["mcp", "fastmcp", "fastmcp-slim", "fastapi-mcp", "django-mcp-server", "mcp-framework", "mcp-use", "modelcontextprotocol"];

    /// <summary>Whether a server is built with this npm package.</summary>
    public static bool IsNpmLibrary(string name) => name.StartsWith("@modelcontextprotocol/", StringComparison.Ordinal) || Array.IndexOf(NpmLibraries, name) >= 0;

    /// <summary>Whether a server is built with this distribution; the name is in its normal form.</summary>
    public static bool IsPythonLibrary(string name) => Array.IndexOf(PythonLibraries, name) >= 0;

    /// <summary>Whether a server is built with this NuGet package.</summary>
    public static bool IsNuGetLibrary(string id) =>
        id.StartsWith("ModelContextProtocol", StringComparison.OrdinalIgnoreCase)
        || id.Equals("MCPSharp", StringComparison.OrdinalIgnoreCase)
        || id.Equals("mcpdotnet", StringComparison.OrdinalIgnoreCase)
        || id.EndsWith(".Extensions.Mcp", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a name or keyword says MCP: a word of it begins or ends so (<c>mcp-server-git</c>, <c>fastmcp</c>), or it is spelled out.</summary>
    public static bool SaysMcp(string name)
    {
        for (var at = name.IndexOf("mcp", StringComparison.OrdinalIgnoreCase); at >= 0; at = name.IndexOf("mcp", at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (at == 0 || !char.IsAsciiLetterOrDigit(name[at - 1]) || at + 3 == name.Length || !char.IsAsciiLetterOrDigit(name[at + 3]))
            {
                return true;
            }
        }

        return name.Contains("modelcontextprotocol", StringComparison.OrdinalIgnoreCase)
            || name.Contains("model-context-protocol", StringComparison.OrdinalIgnoreCase)
            || name.Contains("model context protocol", StringComparison.OrdinalIgnoreCase);
    }
}
