using System.Globalization;
using System.Text;

namespace McpScan.Tests.Language;

/// <summary>Hides texts in the codes that the engine reads.</summary>
internal static class Codes
{
    private const string Alphabet32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static string Write(string code, string text) => code switch
    {
        "tags" => string.Concat(text.Select(c => char.ConvertFromUtf32(0xE0000 + c))),
        "selectors" => string.Concat(Encoding.UTF8.GetBytes(text).Select(b => b < 16 ? ((char)(0xFE00 + b)).ToString() : char.ConvertFromUtf32(0xE0100 + b - 16))),
        "bits" => string.Concat(Encoding.UTF8.GetBytes(text).SelectMany(b => Convert.ToString(b, 2).PadLeft(8, '0')).Select(bit => bit == '0' ? '\u200B' : '\u200C')),
        "Base64" => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)),
        "Base64 for addresses" => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).Replace('+', '-').Replace('/', '_').TrimEnd('='),
        "Base32" => Base32(Encoding.UTF8.GetBytes(text)),
        "hex" => Convert.ToHexStringLower(Encoding.UTF8.GetBytes(text)),
        "pairs" => string.Join(' ', Encoding.UTF8.GetBytes(text).Select(b => b.ToString("x2", CultureInfo.InvariantCulture))),
        "0x pairs" => string.Join(", ", Encoding.UTF8.GetBytes(text).Select(b => "0x" + b.ToString("x2", CultureInfo.InvariantCulture))),
        "percent" => string.Concat(Encoding.UTF8.GetBytes(text).Select(b => "%" + b.ToString("X2", CultureInfo.InvariantCulture))),
        "entities" => string.Concat(text.Select(c => $"&#{(int)c};")),
        "hex entities" => string.Concat(text.Select(c => $"&#x{(int)c:x};")),
        @"\u" => string.Concat(text.Select(c => $"\\u{(int)c:x4}")),
        @"\x" => string.Concat(text.Select(c => $"\\x{(int)c:x2}")),
        "ROT13" => string.Concat(text.Select(c => char.IsAsciiLetter(c) ? (char)(((((c & 0x1F) - 1) + 13) % 26) + 1 + (c & 0x60)) : c)),
        "reversed" => string.Concat(text.Reverse()),
        "spaced" => string.Join("  ", text.Split(' ').Select(word => string.Join(' ', word.AsEnumerable()))),
        "dotted" => string.Join("  ", text.Split(' ').Select(word => string.Join('.', word.AsEnumerable()))),
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, message: null),
    };

    private static string Base32(byte[] bytes)
    {
        var bits = string.Concat(bytes.Select(b => Convert.ToString(b, 2).PadLeft(8, '0')));
        return string.Concat(bits.PadRight((bits.Length + 4) / 5 * 5, '0').Chunk(5).Select(five => Alphabet32[Convert.ToInt32(new string(five), 2)]));
    }
}
