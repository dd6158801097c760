namespace McpScan.Checks.Harm;

/// <summary>A word of a text, or a phrase of the vocabulary.</summary>
/// <param name="Start">Where it starts in the text.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Classes">The classes of the vocabulary that it belongs to, as bits.</param>
internal readonly record struct HarmWord(int Start, int End, ClassSet Classes)
{
    public bool Is(ClassSet classes) => Classes.Overlaps(classes);
}
