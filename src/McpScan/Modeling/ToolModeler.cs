using System.Collections.Immutable;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Modeling;

/// <summary>Fills the <see cref="ToolFields"/> from a tool definition of any MCP version, of OpenAI's shape, or as a manifest announces it.</summary>
/// <remarks>Every string of the definition comes out in exactly one entry, names of parameters and of unknown members included.</remarks>
public static class ToolModeler
{
    /// <summary>Whether a node has the shape of a tool: a name with something said about it, or a wrapped function.</summary>
    public static bool LooksLikeTool(DataNode node) =>
        node is ObjectNode tool
        && (tool["function"] is ObjectNode
            || (tool["name"] is ScalarNode && (HasSchema(tool) || tool["description"] is ScalarNode || tool["annotations"] is ObjectNode || tool["title"] is ScalarNode)));

    /// <summary>Whether a node names a schema for its input, in any of the usual spellings.</summary>
    public static bool HasSchema(DataNode node) =>
        (node["inputSchema"] ?? node["input_schema"] ?? node["parameters"] ?? node["arguments"]) is ObjectNode or ArrayNode;

    /// <summary>The tool as a draft.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="notices">Takes what was not understood.</param>
    /// <param name="key">The tool's name where the definition stands under it in a map.</param>
    /// <returns>Null, with an error notice, when the node is not an object or says nothing that a tool says.</returns>
    public static SubjectDraft? Draft(DataNode definition, ImmutableArray<Notice>.Builder notices, ScalarNode? key = null)
    {
        var name = (definition["function"] is ObjectNode function ? function["name"] : definition["name"]) as ScalarNode ?? key;
        if (definition is not ObjectNode || (name is null && !HasSchema(definition) && definition["description"] is null))
        {
            notices.Add(Notice.At(NoticeSeverity.Error, definition.Source, definition.Span, "This is not a tool definition: a tool is an object with a name."));
            return null;
        }

        var entries = new EntryCollector(definition, notices);
        if (key is not null && ReferenceEquals(name, key))
        {
            entries.Add(ToolFields.Name, key);
        }

        AddMembers(definition, entries);
        var shown = new Untrusted(name?.Value ?? "");
        return new SubjectDraft(SubjectKind.Tool, "tool:" + shown.Raw, shown, name ?? definition, definition, entries.ToEntries());
    }

    private static void AddMembers(DataNode definition, EntryCollector entries)
    {
        foreach (var member in definition.Members)
        {
            var value = member.Value;
            switch (member.Name.Value)
            {
                case "name":
                    entries.AddScalars(ToolFields.Name, value);
                    break;
                case "title":
                    entries.AddScalars(ToolFields.Title, value);
                    break;
                case "description":
                    entries.AddScalars(ToolFields.Description, value);
                    break;
                case "inputSchema" or "input_schema" or "parameters" or "arguments":
                    new SchemaWalker(entries).WalkInput(value);
                    break;
                case "outputSchema" or "output_schema":
                    new SchemaWalker(entries).WalkOutput(value);
                    break;
                case "function" when value is ObjectNode && definition["inputSchema"] is null:
                    AddMembers(value, entries);
                    break;
                case "annotations" when value is ObjectNode:
                    AddAnnotations(value, entries);
                    break;
                case "execution" when value is ObjectNode:
                    AddOne(value, "taskSupport", ToolFields.TaskSupport, entries);
                    break;
                case "icons" when value is ArrayNode:
                    IconModeler.Add(value, ToolFields.IconSource, ToolFields.Other, entries);
                    break;
                case "_meta" when value is ObjectNode:
                    AddMeta(value, entries);
                    break;
                case "capabilities":
                    entries.AddScalars(ToolFields.Capability, value);
                    break;
                default:
                    AddUnknown(member, entries);
                    break;
            }
        }
    }

    private static void AddAnnotations(DataNode annotations, EntryCollector entries)
    {
        foreach (var member in annotations.Members)
        {
            var field = member.Name.Value switch
            {
                "title" => ToolFields.AnnotationTitle,
                "readOnlyHint" => ToolFields.ReadOnlyHint,
                "destructiveHint" => ToolFields.DestructiveHint,
                "idempotentHint" => ToolFields.IdempotentHint,
                "openWorldHint" => ToolFields.OpenWorldHint,
                _ => null,
            };
            if (field is null)
            {
                AddUnknown(member, entries);
            }
            else
            {
                entries.AddScalars(field, member.Value);
            }
        }
    }

    private static void AddMeta(DataNode meta, EntryCollector entries)
    {
        foreach (var member in meta.Members)
        {
            switch (member.Name.Value)
            {
                case "ui/resourceUri":
                    entries.AddScalars(ToolFields.UiResource, member.Value);
                    break;
                case "ui" when member.Value is ObjectNode ui:
                    foreach (var part in ui.Members)
                    {
                        var field = part.Name.Value switch
                        {
                            "resourceUri" => ToolFields.UiResource,
                            "visibility" => ToolFields.UiVisibility,
                            _ => ToolFields.Meta,
                        };
                        entries.AddScalars(field, part.Value, part.Name);
                    }

                    break;
                default:
                    entries.Add(ToolFields.Meta, member.Name, member.Name);
                    entries.AddScalars(ToolFields.Meta, member.Value, member.Name);
                    break;
            }
        }
    }

    private static void AddOne(DataNode parent, string name, Field field, EntryCollector entries)
    {
        foreach (var member in parent.Members)
        {
            if (member.Name.Value == name)
            {
                entries.AddScalars(field, member.Value);
            }
            else
            {
                AddUnknown(member, entries);
            }
        }
    }

    private static void AddUnknown(DataMember member, EntryCollector entries)
    {
        entries.Add(ToolFields.Other, member.Name, member.Name);
        entries.AddScalars(ToolFields.Other, member.Value, member.Name);
    }
}
