using System.Collections.Immutable;
using McpScan.Modeling;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Discovery.Recognisers;

/// <summary>Values that a client asks its user for: VS Code's inputs, a plugin's userConfig, an extension's settings.</summary>
internal static class ClientInputs
{
    public static void Add(DataNode root, ImmutableArray<SubjectDraft>.Builder others, ImmutableArray<Notice>.Builder notices)
    {
        AddList(root["inputs"], "prompt", others, notices);
        AddList(root["mcp"]?["inputs"], "prompt", others, notices);
        AddList(root["customizations"]?["vscode"]?["mcp"]?["inputs"], "prompt", others, notices);
        AddList(root["settings"], "setting", others, notices);
        foreach (var option in root["userConfig"] is { } options ? options.Members : [])
        {
            others.Add(InputModeler.Draft("setting", option.Name, option.Value, notices));
        }
    }

    private static void AddList(DataNode? list, string role, ImmutableArray<SubjectDraft>.Builder others, ImmutableArray<Notice>.Builder notices)
    {
        foreach (var input in list is null ? [] : list.Items)
        {
            if ((input["id"] ?? input["name"]) is ScalarNode name)
            {
                others.Add(InputModeler.Draft(role, name, input, notices, input["envVar"]));
            }
        }
    }
}
