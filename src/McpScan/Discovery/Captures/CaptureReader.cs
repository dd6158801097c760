using McpScan.Modeling;
using McpScan.Syntax;

namespace McpScan.Discovery.Captures;

/// <summary>Reads one captured value of any spelling into a <see cref="CaptureBuilder"/>: a JSON-RPC message, a bare result, several results side by side.</summary>
/// <param name="builder">Takes what is found.</param>
/// <param name="isExpected">Whether the file's name says that it is a capture, so that empty and broken lists are one too.</param>
internal sealed class CaptureReader(CaptureBuilder builder, bool isExpected)
{
    /// <summary>Wrappers that recorders put around a message.</summary>
    private const int MaxWrappers = 3;

    /// <summary>Reads a root; gives false when it is nothing of MCP.</summary>
    public bool Read(DataNode root, int depth = 0)
    {
        if (root is ArrayNode)
        {
            return ReadArray(root, depth);
        }

        if (root is not ObjectNode || depth > MaxWrappers)
        {
            return false;
        }

        if (CaptureShapes.IsMessage(root))
        {
            return ReadMessage(root);
        }

        if (ReadResult(root, isExpected) || ReadSideBySide(root))
        {
            return true;
        }

        if (ToolModeler.LooksLikeTool(root) && ToolModeler.HasSchema(root) && (root["inputSchema"] ?? root["input_schema"] ?? root["function"]) is not null)
        {
            builder.AddTool(root);
            return true;
        }

        return ReadWrapper(root, depth);
    }

    /// <summary>Reads a bare result.</summary>
    /// <param name="result">The result.</param>
    /// <param name="isSure">Whether it is known to be one, so that empty and broken lists count.</param>
    public bool ReadResult(DataNode result, bool isSure)
    {
        var isHandshake = CaptureShapes.IsHandshake(result);
        var isServer = CaptureShapes.IsServer(result);
        var sure = isSure || isHandshake || isServer;
        var hasTools = CaptureShapes.HasTools(result["tools"]) || (sure && result["tools"] is not null);
        var hasPrompts = CaptureShapes.HasPrompts(result["prompts"]) || (sure && result["prompts"] is not null);
        var hasResources = CaptureShapes.HasResources(result["resources"]) || (sure && result["resources"] is not null);
        var hasTemplates = CaptureShapes.HasResources(result["resourceTemplates"]) || (sure && result["resourceTemplates"] is not null);
        if (!(isHandshake || hasTools || hasPrompts || hasResources || hasTemplates))
        {
            return ReadContents(result, isSure);
        }

        foreach (var member in result.Members)
        {
            ReadMember(member, hasTools, hasPrompts, hasResources, hasTemplates);
        }

        builder.EndPage(result["nextCursor"]);
        return true;
    }

    private void ReadMember(DataMember member, bool hasTools, bool hasPrompts, bool hasResources, bool hasTemplates)
    {
        switch (member.Name.Value)
        {
            case "tools" when hasTools:
                builder.AddTools(member.Value);
                break;
            case "prompts" when hasPrompts:
                builder.AddPrompts(member.Value);
                break;
            case "resources" when hasResources:
            case "resourceTemplates" when hasTemplates:
                builder.AddResources(member.Value);
                break;
            case "serverInfo" or "server" when member.Value is ObjectNode or ScalarNode { Kind: ScalarKind.String }:
                builder.AddServerInfo(member.Value);
                break;
            case "protocolVersion" or "supportedVersions" or "capabilities" or "instructions" or "_meta":
                builder.AddHandshake(member);
                if (member.Value["io.modelcontextprotocol/serverInfo"] is ObjectNode info)
                {
                    builder.AddServerInfo(info);
                }

                break;
            case "name" or "serverName" or "server_name":
                builder.AddServerMember(member, ServerFields.Name);
                break;
            case "version":
                builder.AddServerMember(member, ServerFields.Version);
                break;
            case "title":
                builder.AddServerMember(member, ServerFields.Title);
                break;
            case "description":
                builder.AddServerMember(member, ServerFields.Description);
                break;
            case "nextCursor" or "ttlMs" or "cacheScope" or "resultType" or "jsonrpc" or "id":
                break;
            default:
                builder.AddUnknown(member);
                break;
        }
    }

    private bool ReadMessage(DataNode message)
    {
        if (message["result"] is ObjectNode result)
        {
            // A reply to tools/call and the like is a message too, and says nothing that is audited here.
            ReadResult(result, isSure: false);
            if (result["tools"] is { } tools && !CaptureShapes.HasTools(tools) && !CaptureShapes.IsHandshake(result))
            {
                builder.AddTools(tools);
                builder.EndPage(result["nextCursor"]);
            }
        }

        return true;
    }

    private bool ReadArray(DataNode root, int depth)
    {
        var isList = CaptureShapes.HasTools(root) && HasDefiniteTool(root);
        if (isList)
        {
            builder.AddTools(root);
            return true;
        }

        var any = false;
        foreach (var item in root.Items)
        {
            any |= item is ObjectNode && CaptureShapes.IsMessage(item) && Read(item, depth + 1);
        }

        return any;
    }

    private bool ReadSideBySide(DataNode root)
    {
        var any = false;
        foreach (var member in root.Members)
        {
            var isResult = member.Name.Value is "initialize" or "server/discover" or "tools/list" or "prompts/list" or "resources/list" or "resources/templates/list"
                or "toolsList" or "tools_list" or "promptsList" or "prompts_list" or "resourcesList" or "resources_list" or "initializeResult";
            if (!isResult)
            {
                continue;
            }

            if (member.Value is ArrayNode && member.Name.Value.StartsWith("tools", StringComparison.Ordinal))
            {
                builder.AddTools(member.Value);
                any = true;
            }
            else if (member.Value is ObjectNode value)
            {
                any |= ReadResult(value["result"] is ObjectNode inner ? inner : value, isSure: true);
            }
        }

        return any;
    }

    private bool ReadContents(DataNode result, bool isSure)
    {
        if (result["messages"] is ArrayNode messages && messages.Items is [var message, ..] && message["role"] is ScalarNode && message["content"]?["type"] is ScalarNode)
        {
            builder.AddPrompt(result);
            return true;
        }

        if (result["contents"] is ArrayNode contents && (isSure || CaptureShapes.HasResources(contents)))
        {
            builder.AddResources(contents);
            return true;
        }

        return false;
    }

    private bool ReadWrapper(DataNode root, int depth)
    {
        foreach (var name in (ReadOnlySpan<string>)["message", "response", "result", "payload", "data", "body"])
        {
            if (root[name] is ObjectNode inner && (name == "result" || CaptureShapes.IsMessage(inner) || CaptureShapes.IsMessage(root)) && Read(inner, depth + 1))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A bare array needs a sign that no other list of names and descriptions has, unless the file's name says what it is.</summary>
    private bool HasDefiniteTool(DataNode root)
    {
        foreach (var item in root.Items)
        {
            if (isExpected || ToolModeler.HasSchema(item) || item["function"] is ObjectNode)
            {
                return true;
            }
        }

        return false;
    }
}
