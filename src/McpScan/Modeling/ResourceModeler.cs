using System.Collections.Immutable;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Modeling;

/// <summary>Fills the <see cref="ResourceFields"/> from a resource, a resource template, or the contents of a <c>resources/read</c> result.</summary>
public static class ResourceModeler
{
    /// <summary>The resource as a draft.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="notices">Takes what was not understood.</param>
    /// <param name="key">The resource's name where the definition stands under it in a map.</param>
    /// <returns>Null, with an error notice, when the node is not an object or has neither address nor name.</returns>
    public static SubjectDraft? Draft(DataNode definition, ImmutableArray<Notice>.Builder notices, ScalarNode? key = null)
    {
        var name = definition["name"] as ScalarNode ?? key;
        var address = (definition["uri"] ?? definition["uriTemplate"]) as ScalarNode;
        if (definition is not ObjectNode || (name ?? address) is not { } anchor)
        {
            notices.Add(Notice.At(NoticeSeverity.Error, definition.Source, definition.Span, "This is not a resource definition: a resource is an object with a uri and a name."));
            return null;
        }

        var entries = new EntryCollector(definition, notices);
        if (key is not null && ReferenceEquals(name, key))
        {
            entries.Add(ResourceFields.Name, key);
        }

        foreach (var member in definition.Members)
        {
            AddMember(member, entries);
        }

        return new SubjectDraft(SubjectKind.Resource, "resource:" + (address ?? anchor).Value, new Untrusted(anchor.Value), anchor, definition, entries.ToEntries());
    }

    private static void AddMember(DataMember member, EntryCollector entries)
    {
        var value = member.Value;
        switch (member.Name.Value)
        {
            case "name":
                entries.AddScalars(ResourceFields.Name, value);
                break;
            case "title":
                entries.AddScalars(ResourceFields.Title, value);
                break;
            case "description":
                entries.AddScalars(ResourceFields.Description, value);
                break;
            case "uri":
                entries.AddScalars(ResourceFields.Uri, value);
                break;
            case "uriTemplate":
                entries.AddScalars(ResourceFields.UriTemplate, value);
                break;
            case "mimeType":
                entries.AddScalars(ResourceFields.MimeType, value);
                break;
            case "size":
                entries.AddScalars(ResourceFields.Size, value);
                break;
            case "text":
                entries.AddScalars(ResourceFields.Body, value);
                break;
            case "annotations" when value is ObjectNode:
                foreach (var annotation in value.Members)
                {
                    entries.AddScalars(annotation.Name.Value == "audience" ? ResourceFields.Audience : ResourceFields.Other, annotation.Value, annotation.Name);
                }

                break;
            case "icons" when value is ArrayNode:
                IconModeler.Add(value, ResourceFields.IconSource, ResourceFields.Other, entries);
                break;
            case "_meta" when value is ObjectNode:
                AddMeta(value, entries);
                break;
            default:
                entries.Add(ResourceFields.Other, member.Name, member.Name);
                entries.AddScalars(ResourceFields.Other, value, member.Name);
                break;
        }
    }

    private static void AddMeta(DataNode meta, EntryCollector entries)
    {
        foreach (var member in meta.Members)
        {
            if (member.Name.Value != "ui" || member.Value is not ObjectNode)
            {
                entries.Add(ResourceFields.Meta, member.Name, member.Name);
                entries.AddScalars(ResourceFields.Meta, member.Value, member.Name);
                continue;
            }

            foreach (var part in member.Value.Members)
            {
                var field = part.Name.Value switch
                {
                    "csp" => ResourceFields.CspDomain,
                    "permissions" => ResourceFields.UiPermission,
                    _ => ResourceFields.Meta,
                };
                AddUiPart(part, field, entries);
            }
        }
    }

    private static void AddUiPart(DataMember part, Field field, EntryCollector entries)
    {
        if (part.Value is not ObjectNode)
        {
            entries.AddScalars(field, part.Value, part.Name);
            return;
        }

        foreach (var member in part.Value.Members)
        {
            if (field == ResourceFields.UiPermission)
            {
                // A permission is asked for by its name; its value is an empty object.
                entries.Add(field, member.Name, member.Name);
                entries.AddTexts(ResourceFields.Meta, member.Value, member.Name);
            }
            else
            {
                entries.AddScalars(field, member.Value, member.Name);
            }
        }
    }
}
