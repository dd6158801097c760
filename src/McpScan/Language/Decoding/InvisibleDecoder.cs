using System.Text;

namespace McpScan.Language.Decoding;

/// <summary>Decodes runs of invisible characters: Unicode tags, variation selectors (a byte each), two kinds of zero-width characters (a bit each).</summary>
internal sealed class InvisibleDecoder : IDecoder
{
    private const int MinBits = 16;

    /// <summary>Fewer tags than this spell the region of a flag.</summary>
    private const int MinTags = 8;

    public string Name => "invisible characters";

    public IEnumerable<Decoded> Find(string text)
    {
        if (!HasAny(text))
        {
            yield break;
        }

        for (var i = 0; i < text.Length;)
        {
            var end = i;
            while (end < text.Length && IsCarrier(text, end, out var used))
            {
                end += used;
            }

            if (end > i && Decode(text.AsSpan(i, end - i)) is { } decoded)
            {
                yield return new Decoded(i, end - i, decoded);
            }

            i = Math.Max(end, i + 1);
        }
    }

    /// <summary>The text that a run of invisible characters spells; null where it spells nothing readable.</summary>
    public static string? Decode(ReadOnlySpan<char> run)
    {
        var (tags, bytes, bits) = (new StringBuilder(), new List<byte>(), new StringBuilder());
        foreach (var rune in run.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case >= 0xE0020 and <= 0xE007E:
                    tags.Append((char)(rune.Value - 0xE0000));
                    break;
                case >= 0xFE00 and <= 0xFE0F:
                    bytes.Add((byte)(rune.Value - 0xFE00));
                    break;
                case >= 0xE0100 and <= 0xE01EF:
                    bytes.Add((byte)(rune.Value - 0xE0100 + 16));
                    break;
                case 0x200B:
                    bits.Append('0');
                    break;
                case 0x200C or 0x200D:
                    bits.Append('1');
                    break;
            }
        }

        return tags.Length >= MinTags ? tags.ToString()
            : Readable.Text([.. bytes]) ?? (bits.Length >= MinBits ? Readable.Text(Bytes(bits, '1')) ?? Readable.Text(Bytes(bits, '0')) : null);
    }

    private static byte[] Bytes(StringBuilder bits, char one)
    {
        var bytes = new byte[bits.Length / 8];
        for (var i = 0; i < bytes.Length * 8; i++)
        {
            bytes[i / 8] = (byte)((bytes[i / 8] << 1) | (bits[i] == one ? 1 : 0));
        }

        return bytes;
    }

    private static bool HasAny(string text) => text.AsSpan().IndexOfAny('\uDB40', '\u200B', '\u200C') >= 0 || text.AsSpan().IndexOfAnyInRange('\uFE00', '\uFE0F') >= 0;

    private static bool IsCarrier(string text, int at, out int used)
    {
        used = 1;
        if (text[at] == '\uDB40')
        {
            used = at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;
            return used == 2;
        }

        return text[at] is (>= '\u200B' and <= '\u200D') or '\u2060' or '\uFEFF' or (>= '\uFE00' and <= '\uFE0F');
    }
}
