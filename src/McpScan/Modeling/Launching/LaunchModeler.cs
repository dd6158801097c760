using System.Collections.Immutable;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Modeling.Launching;

/// <summary>Understands a command line: launcher, package or image, flags, mounts, ports, inner scripts and bridges.</summary>
/// <remarks>Reads only: nothing is resolved, fetched or started. Linear in the words, with a bound on commands within commands.</remarks>
public static class LaunchModeler
{
    /// <summary>The launch as a subject draft, with <c>launch:<paramref name="localName"/></c> as its local id.</summary>
    /// <remarks>Values of <see cref="LaunchSpec.Environment"/> that are not scalars are left to the dialect, which knows what they mean.</remarks>
    public static SubjectDraft Draft(string localName, LaunchSpec spec)
    {
        var facts = new LaunchFacts(new EntryCollector(spec.Definition, ImmutableArray.CreateBuilder<Notice>()));
        if (spec.Command is { } command)
        {
            var words = CommandWords.OfCommand(command).AddRange(spec.Arguments);
            facts.Add(LaunchFields.Command, words[0]);
            AddArguments(facts, words, 1);
            facts.ReadCommand(new ArgumentCursor(words), isInner: false);
        }
        else
        {
            AddArguments(facts, spec.Arguments, 0);
        }

        foreach (var variable in spec.Environment)
        {
            if (variable.Value is ScalarNode value)
            {
                facts.Add(LaunchFields.Environment, value, variable.Name);
            }
        }

        foreach (var other in spec.Others)
        {
            facts.Add(other.Field, other.Node, other.Key);
        }

        return new SubjectDraft(SubjectKind.Launch, "launch:" + localName, new Untrusted(localName), spec.Anchor, spec.Definition, facts.Entries.ToEntries());
    }

    private static void AddArguments(LaunchFacts facts, ImmutableArray<ScalarNode> words, int from)
    {
        for (var i = from; i < words.Length; i++)
        {
            facts.Add(LaunchFields.Argument, words[i]);
        }
    }
}
