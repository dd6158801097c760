using System.Collections.Immutable;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Modeling;

/// <summary>Fills the <see cref="PromptFields"/> from a prompt definition of any MCP version, of a bundle, or from a <c>prompts/get</c> result.</summary>
public static class PromptModeler
{
    /// <summary>The prompt as a draft.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="notices">Takes what was not understood.</param>
    /// <param name="key">The prompt's name where the definition stands under it in a map.</param>
    /// <returns>Null, with an error notice, when the node is not an object or has neither name nor text.</returns>
    public static SubjectDraft? Draft(DataNode definition, ImmutableArray<Notice>.Builder notices, ScalarNode? key = null)
    {
        var name = definition["name"] as ScalarNode ?? key;
        if (definition is not ObjectNode || (name is null && definition["description"] is null && definition["messages"] is null))
        {
            notices.Add(Notice.At(NoticeSeverity.Error, definition.Source, definition.Span, "This is not a prompt definition: a prompt is an object with a name."));
            return null;
        }

        var entries = new EntryCollector(definition, notices);
        if (key is not null && ReferenceEquals(name, key))
        {
            entries.Add(PromptFields.Name, key);
        }

        foreach (var member in definition.Members)
        {
            var value = member.Value;
            switch (member.Name.Value)
            {
                case "name":
                    entries.AddScalars(PromptFields.Name, value);
                    break;
                case "title":
                    entries.AddScalars(PromptFields.Title, value);
                    break;
                case "description":
                    entries.AddScalars(PromptFields.Description, value);
                    break;
                case "arguments":
                    AddArguments(value, entries);
                    break;
                case "text" or "messages":
                    entries.AddTexts(PromptFields.Body, value);
                    break;
                case "icons" when value is ArrayNode:
                    IconModeler.Add(value, PromptFields.IconSource, PromptFields.Other, entries);
                    break;
                case "_meta":
                    entries.AddScalars(PromptFields.Meta, value);
                    break;
                default:
                    entries.Add(PromptFields.Other, member.Name, member.Name);
                    entries.AddScalars(PromptFields.Other, value, member.Name);
                    break;
            }
        }

        var shown = new Untrusted(name?.Value ?? "");
        return new SubjectDraft(SubjectKind.Prompt, "prompt:" + shown.Raw, shown, name ?? definition, definition, entries.ToEntries());
    }

    private static void AddArguments(DataNode arguments, EntryCollector entries)
    {
        foreach (var argument in arguments.Items)
        {
            if (argument is ScalarNode name)
            {
                entries.Add(PromptFields.ArgumentName, name, name);
                continue;
            }

            AddArgument(argument, argument["name"] as ScalarNode, entries);
        }

        foreach (var member in arguments.Members)
        {
            entries.Add(PromptFields.ArgumentName, member.Name, member.Name);
            if (member.Value is ScalarNode)
            {
                entries.Add(PromptFields.ArgumentDescription, member.Value, member.Name);
            }
            else
            {
                AddArgument(member.Value, member.Name, entries);
            }
        }
    }

    private static void AddArgument(DataNode argument, ScalarNode? key, EntryCollector entries)
    {
        foreach (var member in argument.Members)
        {
            switch (member.Name.Value)
            {
                case "name":
                    entries.AddScalars(PromptFields.ArgumentName, member.Value, key);
                    break;
                case "title":
                    entries.AddScalars(PromptFields.ArgumentTitle, member.Value, key);
                    break;
                case "description":
                    entries.AddScalars(PromptFields.ArgumentDescription, member.Value, key);
                    break;
                case "required":
                    entries.AddTexts(PromptFields.Other, member.Value, key);
                    break;
                default:
                    entries.Add(PromptFields.Other, member.Name, key);
                    entries.AddScalars(PromptFields.Other, member.Value, key);
                    break;
            }
        }
    }
}
