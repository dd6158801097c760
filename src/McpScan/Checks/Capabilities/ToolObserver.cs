using McpScan.Modeling;
using McpScan.Syntax;

namespace McpScan.Checks.Capabilities;

/// <summary>Sees what a tool can do in its name, title, description and schema. Pure, one pass over a bounded number of words; one observer serves one worker.</summary>
internal sealed class ToolObserver
{
    private readonly ActReader _reader = new(Vocabulary.BuiltIn);
    private readonly List<Act> _acts = [];

    /// <summary>What a tool's definition shows.</summary>
    public List<Capability> Observe(Subject tool)
    {
        var name = tool.First(ToolFields.Name) as ScalarNode;
        var description = tool.First(ToolFields.Description) as ScalarNode;
        _acts.Clear();
        if (name is not null)
        {
            _reader.ReadName(name, _acts);
        }

        if (description is not null)
        {
            _reader.ReadDescription(description, _acts);
        }

        if ((tool.First(ToolFields.Title) ?? tool.First(ToolFields.AnnotationTitle)) is ScalarNode title)
        {
            _reader.ReadDescription(title, _acts);
        }

        var observation = new Observation(tool, name?.Value, description?.Value);
        foreach (var act in _acts)
        {
            See(observation, act);
        }

        return observation.Seen;
    }

    private static void See(Observation observation, Act act)
    {
        switch (act.Thing)
        {
            case null:
                ServiceActs.SeeUnknown(observation, act);
                break;
            case { Nature: "file" or "web" or "address" } place:
                FileActs.See(observation, act, place);
                break;
            case var thing:
                if (!MachineActs.See(observation, act, thing))
                {
                    ServiceActs.See(observation, act, thing);
                }

                break;
        }
    }
}
