using McpScan.Modeling;
using McpScan.Syntax;

namespace McpScan.Discovery.Recognisers;

/// <summary>A JSON Schema of settings that a user must give, as Docker and Smithery write it: each property is an input.</summary>
internal static class ConfigSchema
{
    /// <summary>Adds an input for each property; other texts of the schema go to the server.</summary>
    /// <param name="server">The server.</param>
    /// <param name="schema">The schema, or null.</param>
    /// <param name="examples">Example values by property, or null; one without a property becomes an input of its own.</param>
    public static void AddInputs(ServerDraft server, DataNode? schema, DataNode? examples)
    {
        var properties = schema?["properties"] as ObjectNode;
        foreach (var member in schema is null ? [] : schema.Members)
        {
            if (member.Name.Value is not ("type" or "properties" or "required"))
            {
                server.Entries.AddOptional(ServerFields.Other, member.Value);
            }
        }

        Dictionary<string, ScalarNode> required = new(StringComparer.Ordinal);
        foreach (var name in schema?["required"] is { } list ? list.Items : [])
        {
            if (name is ScalarNode scalar)
            {
                required.TryAdd(scalar.Value, scalar);
            }
        }

        foreach (var property in properties is null ? [] : properties.Members)
        {
            required.TryGetValue(property.Name.Value, out var by);
            var draft = InputModeler.Draft("setting", property.Name, property.Value, server.Notices, required: by);
            if (examples?[property.Name.Value] is { } example)
            {
                var entries = new EntryCollector(example, server.Notices);
                entries.AddOptional(InputFields.Placeholder, example);
                draft = draft with { Entries = draft.Entries.AddRange(entries.ToEntries()) };
            }

            server.Subjects.Add(draft);
        }

        foreach (var example in examples is ObjectNode ? examples.Members : [])
        {
            if (properties?.Find(example.Name.Value) is null)
            {
                server.Subjects.Add(InputModeler.Draft("setting", example.Name, example.Value, server.Notices));
            }
        }
    }
}
