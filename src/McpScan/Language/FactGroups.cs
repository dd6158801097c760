namespace McpScan.Language;

/// <summary>Groups of facts that the reader of statements treats alike.</summary>
internal static class FactGroups
{
    /// <summary>Acts.</summary>
    public static readonly FactSet Acts = Range(Fact.Call, Fact.Alter);

    /// <summary>What an act is about.</summary>
    public static readonly FactSet Objects = Range(Fact.AnyTool, Fact.Body) | FactSet.Of(Fact.HiddenPlace, Fact.Shell);

    /// <summary>What counts for every act of a sentence, wherever it stands: which tools the sentence is about, and whose mailbox it names.</summary>
    public static readonly FactSet Shared = FactSet.Of(Fact.AnyTool, Fact.OtherTool, Fact.ForeignTool, Fact.NeighbourTool, Fact.HostTool, Fact.Mailbox);

    /// <summary>What the whole sentence says of its acts.</summary>
    public static readonly FactSet Modifiers = (Range(Fact.Force, Fact.Label) | FactSet.Of(Fact.Overrule, Fact.Vocative, Fact.UserChoice, Fact.YourReply, Fact.Ours, Fact.Silence, Fact.Outranks, Fact.Binding, Fact.Yours, Fact.Pretence, Fact.Behind, Fact.Other, Fact.Selection)).Without(FactSet.Of(Fact.DutyWord, Fact.MayWord, Fact.Negation, Fact.Be, Fact.To, Fact.Filler, Fact.Without, Fact.Stealth));

    /// <summary>Words between the start of a clause, or what rules it, and its verb.</summary>
    public static readonly FactSet Skipped = FactSet.Of(Fact.Filler, Fact.Stealth, Fact.Force, Fact.First, Fact.Urgency, Fact.Chain, Fact.Standing);

    /// <summary>Words that make what follows a condition.</summary>
    public static readonly FactSet Conditions = FactSet.Of(Fact.BeforeWord, Fact.AfterWord, Fact.WhenWord, Fact.UnlessWord);

    /// <summary>What lends an imperative at the start of a description the sense of an order.</summary>
    public static readonly FactSet Emphasis = FactSet.Of(Fact.Force, Fact.First, Fact.Standing);

    /// <summary>Facts of words that rule a verb or are its subject: a phrase with one of them is read as one word.</summary>
    public static readonly FactSet Grammar = Skipped.Without(FactSet.Of(Fact.Stealth)) | Conditions
        | FactSet.Of(Fact.Negation, Fact.Without, Fact.DutyWord, Fact.RequireWord, Fact.MayWord, Fact.Be, Fact.To, Fact.Self, Fact.ThisTool, Fact.Agent, Fact.InsteadWord, Fact.Label, Fact.Step, Fact.Body);

    private static FactSet Range(Fact first, Fact last)
    {
        var set = FactSet.None;
        for (var fact = first; fact <= last; fact++)
        {
            set |= FactSet.Of(fact);
        }

        return set;
    }
}
