using McpScan.Syntax;

namespace McpScan.Modeling.Launching;

/// <summary>Programs that stand between a client and a server elsewhere.</summary>
internal static class BridgeLaunchers
{
    /// <summary><c>mcp-remote URL [port] [--header "Name: value"]</c>.</summary>
    public static void ReadMcpRemote(LaunchFacts facts, ArgumentCursor words) => ReadMixed(facts, words, static option => option is
        "--header" or "--transport" or "--host" or "--resource" or "--static-oauth-client-metadata" or "--static-oauth-client-info" or "--ignore-tool" or "--auth-timeout");

    /// <summary><c>supergateway --sse URL</c>, <c>--streamableHttp URL</c> or <c>--stdio "command line"</c>.</summary>
    public static void ReadSupergateway(LaunchFacts facts, ArgumentCursor words) => ReadMixed(facts, words, static option => option is
        "--stdio" or "--sse" or "--streamableHttp" or "--header" or "--oauth2Bearer" or "--outputTransport" or "--port" or "--baseUrl" or "--ssePath" or "--messagePath"
        or "--streamableHttpPath" or "--logLevel" or "--sessionTimeout" or "--protocolVersion");

    /// <summary><c>mcp-proxy URL</c>, or <c>mcp-proxy [options] -- command</c>.</summary>
    public static void ReadMcpProxy(LaunchFacts facts, ArgumentCursor words) => ReadMixed(facts, words, static option => option is
        "-H" or "--headers" or "--transport" or "-e" or "--env" or "--cwd" or "--port" or "--host" or "--sse-port" or "--sse-host" or "--allow-origin" or "--client-id"
        or "--client-secret" or "--token-url" or "--named-server" or "--named-server-config" or "--log-level" or "--apiKey" or "--server" or "--service" or "--region" or "--profile");

    /// <summary><c>@smithery/cli run owner/server --key KEY --config JSON</c>; the server lives behind the registry's gateway.</summary>
    public static void ReadSmithery(LaunchFacts facts, ArgumentCursor words)
    {
        if (words.TryTake("run") && words.TakeOrNull() is { } server)
        {
            facts.Add(LaunchFields.BridgeUrl, server);
            ReadMixed(facts, words, static option => option is "--key" or "--config" or "--profile" or "--client");
        }
    }

    // These programs take their options on both sides of the address.
    private static void ReadMixed(LaunchFacts facts, ArgumentCursor words, Func<string, bool> takesValue)
    {
        var hasUrl = false;
        while (words.Peek is { } word)
        {
            if (word.Value == "--")
            {
                words.TakeOrNull();
                facts.ReadCommand(words);
                return;
            }

            var options = new OptionReader(words, takesValue, DashStyle.Whole);
            if (options.TryRead(out var name, out var value))
            {
                AddOption(facts, words, name, value);
                continue;
            }

            words.TakeOrNull();
            if (!hasUrl && IsAddress(word.Value))
            {
                facts.Add(LaunchFields.BridgeUrl, word);
                hasUrl = true;
            }
            else if (!hasUrl && Launchers.Find(ProgramName.Of(word).Value) is { } parser)
            {
                facts.Add(LaunchFields.Launcher, ProgramName.Of(word));
                facts.Read(parser, words);
                return;
            }
        }
    }

    private static void AddOption(LaunchFacts facts, ArgumentCursor words, ScalarNode name, ScalarNode? value)
    {
        facts.AddFlag(name, value);
        if (value is null)
        {
            return;
        }

        switch (name.Value)
        {
            case "--header" or "--oauth2Bearer":
                facts.Add(LaunchFields.BridgeHeader, value);
                break;
            case "-H" or "--headers":
                // mcp-proxy parts name and value: '-H Authorization "Bearer x"'.
                facts.Add(LaunchFields.BridgeHeader, words.TakeOrNull() ?? value, value);
                break;
            case "-e" or "--env":
                facts.Add(LaunchFields.Environment, words.TakeOrNull() ?? value, value);
                break;
            case "--sse" or "--streamableHttp":
                facts.Add(LaunchFields.BridgeUrl, value);
                break;
            case "--stdio":
                facts.ReadScript(value);
                break;
            case "--cwd":
                facts.Add(LaunchFields.WorkingDirectory, value);
                break;
        }
    }

    private static bool IsAddress(string text) =>
        PackageSpec.IsUrl(text) || text.StartsWith("ws://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("wss://", StringComparison.OrdinalIgnoreCase)
        || text.Contains("${", StringComparison.Ordinal);
}
