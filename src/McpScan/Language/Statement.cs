namespace McpScan.Language;

/// <summary>One thing that a sentence says: an act with how it is put and what it is about, or what a sentence without an act is about.</summary>
/// <param name="Facts">The act, its mood, its objects, and what the sentence around it says of force, scope and pretext.</param>
/// <param name="Sentence">All facts of the sentence.</param>
/// <param name="Start">Where the sentence starts in the plain text of its layer.</param>
/// <param name="Length">The sentence's length.</param>
/// <param name="Name">Where the sentence names a tool that is not this server's: its start in the plain text, else -1.</param>
/// <param name="NameLength">The length of that name.</param>
public readonly record struct Statement(FactSet Facts, FactSet Sentence, int Start, int Length, int Name, int NameLength);
