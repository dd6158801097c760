using McpScan.Modeling;
using McpScan.Syntax;

namespace McpScan.Checks.Capabilities;

/// <summary>A deed that a text says of a tool, with what it is done to.</summary>
/// <param name="Deed">The deed.</param>
/// <param name="Thing">What it is done to; null where the word is not known.</param>
/// <param name="Unknown">The unknown words that it is done to, joined by hyphens; empty where there are none.</param>
/// <param name="Text">Where it is said.</param>
/// <param name="Start">Where in the text the verb, or its object before it, begins.</param>
/// <param name="End">Where verb and object end.</param>
/// <param name="IsName">Whether it is the name that says it.</param>
internal readonly record struct Act(Deed Deed, Thing? Thing, string Unknown, ScalarNode Text, int Start, int End, bool IsName)
{
    /// <summary>Whether it takes something out of where it is kept.</summary>
    public bool IsReading => Deed is Deed.Read or Deed.Fetch;

    /// <summary>What it does to a record; null where it does nothing to it.</summary>
    public string? Action => Deed switch
    {
        Deed.Read or Deed.Fetch => "read",
        Deed.Create or Deed.Upload => "create",
        Deed.Change => "change",
        Deed.Delete => "delete",
        _ => null,
    };

    public CapabilityEvidence Evidence => new(Text, Start, End - Start);

    /// <summary>The act of a verb.</summary>
    /// <param name="text">Where it is said.</param>
    /// <param name="words">The words of the text.</param>
    /// <param name="verb">Which of them is the verb.</param>
    /// <param name="goal">What it is done to.</param>
    /// <param name="isName">Whether the text is the name.</param>
    /// <param name="instead">What it does, where that is not what the verb does by itself.</param>
    public static Act Of(ScalarNode text, Phrase words, int verb, ActObject goal, bool isName, Deed? instead = null)
    {
        var (token, sense) = (words[verb], words[verb].Sense);
        var head = goal.IsNothing ? token : words[goal.Head];
        var deed = instead ?? (sense.Other != Deed.None && Prefers(sense.Other, goal.Thing) ? sense.Other : sense.Deed);
        var thing = goal.Thing ?? (goal.IsNothing && deed is Deed.Send or Deed.Pay ? sense.Thing : null);
        return new Act(deed, thing, goal.Unknown, text, Math.Min(token.Start, head.Start), Math.Max(token.End, head.End), isName);
    }

    /// <summary>Whether a verb of two deeds means the second one, seen what it is done to: one starts a note and a process in different ways.</summary>
    private static bool Prefers(Deed other, Thing? thing) => other switch
    {
        Deed.Execute => thing is { Nature: "shell" or "command" or "process" or "code" or "cloud" or "agent" },
        Deed.Pay => thing is { Nature: "money" },
        Deed.Change => thing is { Nature: "browser" or "desktop" },
        Deed.Send or Deed.Create => thing is { IsChannel: true },
        _ => false,
    };
}
