using System.Collections.Immutable;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Modeling;

/// <summary>Fills the <see cref="InputFields"/> from a declaration of something that somebody must supply, in the words of any manifest.</summary>
public static class InputModeler
{
    /// <summary>The input as a draft, with <c>input:<paramref name="name"/></c> as its local id.</summary>
    /// <param name="role">What it becomes: env, header, argument, setting or prompt.</param>
    /// <param name="name">Its name where it is written.</param>
    /// <param name="definition">Its declaration; a scalar is its value.</param>
    /// <param name="notices">Takes what a bound cut off.</param>
    /// <param name="becomes">What it becomes, where that has a name of its own, such as the environment variable of a setting.</param>
    /// <param name="secret">What declares it secret from outside, such as the list it stands in.</param>
    /// <param name="required">What declares it required from outside, such as its name in a <c>required</c> list.</param>
    public static SubjectDraft Draft(
        string role,
        ScalarNode name,
        DataNode definition,
        ImmutableArray<Notice>.Builder notices,
        DataNode? becomes = null,
        ScalarNode? secret = null,
        ScalarNode? required = null)
    {
        var entries = new EntryCollector(definition, notices);
        entries.AddOptional(InputFields.Name, name);
        entries.AddOptional(InputFields.Role, becomes ?? name, DerivedScalar.At(name, role));
        if (definition is not ObjectNode)
        {
            entries.AddOptional(InputFields.Value, definition);
        }

        foreach (var member in definition.Members)
        {
            if (!ReferenceEquals(member.Value, name) && !ReferenceEquals(member.Value, becomes))
            {
                Add(entries, member);
            }
        }

        if (secret is not null)
        {
            entries.Add(InputFields.Secret, DerivedScalar.At(secret, "true"));
        }

        if (required is not null)
        {
            entries.Add(InputFields.Required, DerivedScalar.At(required, "true"));
        }

        return new SubjectDraft(SubjectKind.Input, "input:" + name.Value, new Untrusted(name.Value), name, definition, entries.ToEntries());
    }

    private static void Add(EntryCollector entries, DataMember member)
    {
        var field = member.Name.Value switch
        {
            "name" or "key" or "id" or "env" => InputFields.Name,
            "description" or "title" or "desc" => InputFields.Description,
            "type" or "format" => InputFields.Type,
            "secret" or "isSecret" or "is_secret" or "sensitive" or "password" or "writeOnly" => InputFields.Secret,
            "required" or "isRequired" or "is_required" => InputFields.Required,
            "default" => InputFields.Default,
            "value" or "const" => InputFields.Value,
            "placeholder" or "example" or "examples" => InputFields.Placeholder,
            "choices" or "enum" or "options" => InputFields.Choice,
            _ => InputFields.Other,
        };
        entries.AddOptional(field, member.Value);
        if (member.Name.Value == "format" && member.Value is ScalarNode { Value: "password" } format)
        {
            entries.Add(InputFields.Secret, DerivedScalar.At(format, "true"));
        }
    }
}
