namespace McpScan.Language;

/// <summary>What a lexicon says of one spelling.</summary>
/// <param name="Facts">What it can mean.</param>
/// <param name="Forms">Which forms of a verb it can be; none for other words.</param>
/// <param name="IsStart">Whether longer entries begin with it.</param>
/// <param name="IsRemark">Whether it is a phrase that says something of its sentence, while its words keep their own meaning.</param>
public readonly record struct Lexeme(FactSet Facts, VerbForms Forms, bool IsStart, bool IsRemark);
