namespace McpScan.Syntax;

/// <summary>Gives the same string for the same short text, so that a thousand <c>"description"</c> cost one allocation.</summary>
internal sealed class NameCache
{
    private const int MaxLength = 32;
    private readonly string?[] _slots = new string?[256];

    public string Get(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text.Length > MaxLength)
        {
            return text.ToString();
        }

        var hash = (text.Length * 31) + (text[0] * 7) + (text[^1] * 131) + (text[text.Length / 2] * 17);
        ref var slot = ref _slots[hash & 255];
        return slot is not null && text.SequenceEqual(slot) ? slot : slot = text.ToString();
    }
}
