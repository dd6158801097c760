using System.Collections.Immutable;
using McpScan.Modeling;
using McpScan.Syntax;

namespace McpScan.Discovery.Registry;

/// <summary>Collects the inputs of a package or a remote: variables, headers, arguments, and the variables in the values of each.</summary>
internal sealed class RegistryInputs(ServerDraft server)
{
    private readonly ImmutableArray<SubjectDraft>.Builder _drafts = ImmutableArray.CreateBuilder<SubjectDraft>();

    /// <summary>Adds a list of <c>{name, …}</c>, or a map by name.</summary>
    public void AddAll(string role, DataNode list)
    {
        foreach (var item in list.Items)
        {
            Add(role, item, (item as ScalarNode) ?? item["name"] as ScalarNode);
        }

        foreach (var member in list.Members)
        {
            Add(role, member.Value, member.Name);
        }
    }

    /// <summary>Adds one input; one without a name of its own is left out, since nothing could supply it.</summary>
    public void Add(string role, DataNode definition, ScalarNode? name)
    {
        if (name is null)
        {
            return;
        }

        _drafts.Add(InputModeler.Draft(role, name, definition, server.Notices));
        if (definition["variables"] is ObjectNode variables)
        {
            AddVariables(variables);
        }
    }

    /// <summary>Adds the variables of a template.</summary>
    public void AddVariables(DataNode variables)
    {
        foreach (var variable in variables.Members)
        {
            _drafts.Add(InputModeler.Draft("setting", variable.Name, variable.Value, server.Notices));
        }
    }

    public ImmutableArray<SubjectDraft> ToDrafts() => _drafts.ToImmutable();
}
