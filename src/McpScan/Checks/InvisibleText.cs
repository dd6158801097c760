using System.Text;

namespace McpScan.Checks;

/// <summary>Reads what runs of invisible characters spell.</summary>
internal static class InvisibleText
{
    private const int MinBits = 16;

    /// <summary>The text in variation selectors (a byte each) or in two zero-width characters (a bit each); null where they spell nothing readable.</summary>
    public static string? Decode(ReadOnlySpan<char> run)
    {
        var bytes = new List<byte>();
        var bits = new StringBuilder();
        foreach (var rune in run.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case >= 0xFE00 and <= 0xFE0F:
                    bytes.Add((byte)(rune.Value - 0xFE00));
                    break;
                case >= 0xE0100 and <= 0xE01EF:
                    bytes.Add((byte)(rune.Value - 0xE0100 + 16));
                    break;
                case 0x200B:
                    bits.Append('0');
                    break;
                case 0x200C:
                    bits.Append('1');
                    break;
            }
        }

        return Readable(bytes) ?? (bits.Length >= MinBits ? Readable(Bytes(bits, '1')) ?? Readable(Bytes(bits, '0')) : null);
    }

    private static List<byte> Bytes(StringBuilder bits, char one)
    {
        var bytes = new List<byte>();
        for (var i = 0; i + 8 <= bits.Length; i += 8)
        {
            var value = 0;
            for (var bit = 0; bit < 8; bit++)
            {
                value = (value << 1) | (bits[i + bit] == one ? 1 : 0);
            }

            bytes.Add((byte)value);
        }

        return bytes;
    }

    private static string? Readable(List<byte> bytes) => bytes.Count > 1 && bytes.TrueForAll(b => b is >= 0x20 and < 0x7F or (byte)'\n') ? Encoding.ASCII.GetString([.. bytes]) : null;
}
