namespace McpScan.Language;

/// <summary>A word, name, path, address or other token of a sentence, with what it can mean.</summary>
/// <param name="Start">Offset in the plain text.</param>
/// <param name="Length">Length in UTF-16 units.</param>
/// <param name="Facts">What it can mean.</param>
/// <param name="Forms">Which forms of a verb it can be.</param>
/// <param name="Break">The mark that stands before it and parts it from the word before: <c>, : ; - ( "</c> and the like, or zero.</param>
/// <param name="IsQuoted">Whether it stands in a quotation of several words.</param>
public readonly record struct Word(int Start, int Length, FactSet Facts, VerbForms Forms, char Break, bool IsQuoted)
{
    public int End => Start + Length;
}
