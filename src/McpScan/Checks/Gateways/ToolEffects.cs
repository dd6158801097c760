using System.Collections.Immutable;
using McpScan.Checks.Capabilities;
using McpScan.Modeling;
using McpScan.Rules;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Checks;

/// <summary>Tells the effect of a tool by the capabilities that its definition shows; by its name alone where no definition was read.</summary>
internal static class ToolEffects
{
    /// <summary>What parts a tool's name from its server's, as in <c>billing.delete_invoice</c>.</summary>
    private static readonly char[] Separators = ['.', '/', ':'];

    public static ToolEffect Of(GrantedTool tool, Lists lists) => tool.Definition is { } definition ? Of(definition, lists) : Of(tool.Name.Raw, lists);

    /// <summary>The effect of a tool of which only the name is known, with or without its server's.</summary>
    public static ToolEffect Of(string name, Lists lists) => Of(Named(Local(name)), lists);

    /// <summary>The name without that of its server.</summary>
    public static string Local(string name) => name[(name.LastIndexOfAny(Separators) + 1)..];

    /// <summary>Whether a person should see the call before it is made.</summary>
    public static bool NeedsPerson(this ToolEffect effect) => effect is ToolEffect.Pays or ToolEffect.Destroys;

    private static ToolEffect Of(Subject tool, Lists lists)
    {
        var effect = ToolEffect.Unknown;
        foreach (var capability in CapabilityIndex.Of(tool).Observed)
        {
            var worse = Of(capability.Term);
            effect = worse > effect ? worse : effect;
        }

        // To remove a label or to clear a filter takes back what was put there.
        return effect == ToolEffect.Destroys && ToolVerbs.Of(lists).Find(tool.Name.Raw) is { Class: "remove" } ? ToolEffect.Changes : effect;
    }

    private static ToolEffect Of(CapabilityTerm term)
    {
        if (term.Actions.Contains("delete"))
        {
            return ToolEffect.Destroys;
        }

        return term.Kind == "money" ? ToolEffect.Pays
            : term.Actions.Any(static action => action is not ("read" or "connect")) ? ToolEffect.Changes
            : term.Actions.Contains("read") ? ToolEffect.Reads : ToolEffect.Unknown;
    }

    private static Subject Named(string name)
    {
        var source = new SourceText("", name);
        var node = new ScalarNode(source, new TextSpan(0, name.Length), ScalarKind.String, name, 0);
        return new Subject(SubjectKind.Tool, name, name, node.At(), node, [new FieldEntry(ToolFields.Name, node)]);
    }
}
