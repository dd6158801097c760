using McpScan.Language;

namespace McpScan.Checks.Capabilities;

/// <summary>What a word can mean in the name or the first sentences of a tool.</summary>
/// <param name="Deed">What it does as a verb.</param>
/// <param name="Forms">Which forms of the verb the spelling can be.</param>
/// <param name="Other">A second deed of the same verb, such as <c>order</c>: sending or paying; what it is done to decides.</param>
/// <param name="Thing">What it names as a noun.</param>
/// <param name="Marks">Its part in a phrase.</param>
internal readonly record struct Sense(Deed Deed, VerbForms Forms, Deed Other, Thing? Thing, Marks Marks)
{
    public bool IsVerb => Deed != Deed.None;

    /// <summary>Whether the spelling can say what somebody does, not only what was done.</summary>
    public bool CanAct => IsVerb && (Forms & (VerbForms.Base | VerbForms.Third | VerbForms.Gerund)) != VerbForms.None;

    public bool Has(Marks mark) => (Marks & mark) != Marks.None;
}

/// <summary>The part of a word in a phrase.</summary>
[Flags]
internal enum Marks : byte
{
    None = 0,

    /// <summary>Stands for what is wrapped in it: a <em>list</em> of files.</summary>
    Light = 1,

    /// <summary>Ends the object of a verb.</summary>
    Stop = 2,

    /// <summary>May stand before the first verb of a description.</summary>
    Opener = 4,

    /// <summary>Begins an entry of two or three words.</summary>
    Start = 8,
}
