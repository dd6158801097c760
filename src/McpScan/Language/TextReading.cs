namespace McpScan.Language;

/// <summary>Everything that a text says, on the surface and below it.</summary>
/// <param name="Layers">The text as it stands, then what its parts decode to.</param>
/// <param name="Cut">What a bound left unread, as a sentence; null where everything was read.</param>
public sealed record TextReading(IReadOnlyList<TextLayer> Layers, string? Cut)
{
    public static readonly TextReading Empty = new([], null);
}
