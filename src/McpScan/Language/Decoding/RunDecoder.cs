using System.Globalization;
using System.Text;

namespace McpScan.Language.Decoding;

/// <summary>Decodes unbroken runs of an alphabet: Base64, Base32 and hexadecimal digits.</summary>
/// <param name="name">How reports call the code.</param>
/// <param name="belongs">The alphabet.</param>
/// <param name="minLength">Shorter runs are words.</param>
/// <param name="decode">The bytes of a run, or null.</param>
internal sealed class RunDecoder(string name, Func<char, bool> belongs, int minLength, Func<string, byte[]?> decode) : IDecoder
{
    public static readonly RunDecoder Base64 = new("Base64", static c => char.IsAsciiLetterOrDigit(c) || c is '+' or '/' or '_' or '-', 16, FromBase64);
    public static readonly RunDecoder Base32 = new("Base32", static c => c is (>= 'A' and <= 'Z') or (>= '2' and <= '7'), 24, FromBase32);
    public static readonly RunDecoder Hex = new("hexadecimal digits", static c => char.IsAsciiHexDigit(c), 16, FromHex);

    public string Name => name;

    public bool MayFind(RunProfile profile) => profile.LongestRun >= minLength;

    public IEnumerable<Decoded> Find(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!belongs(text[i]))
            {
                continue;
            }

            var end = i;
            while (end < text.Length && belongs(text[end]))
            {
                end++;
            }

            if (end - i >= minLength && decode(text[i..end]) is { } bytes && Readable.Text(bytes) is { } decoded)
            {
                var padded = end;
                while (padded < text.Length && text[padded] == '=')
                {
                    padded++;
                }

                yield return new Decoded(i, padded - i, decoded);
            }

            i = end;
        }
    }

    private static byte[]? FromBase64(string run)
    {
        var digits = run.Replace('-', '+').Replace('_', '/');
        if (digits.Length % 4 == 1)
        {
            return null;
        }

        var bytes = new byte[(digits.Length * 3 / 4) + 3];
        return Convert.TryFromBase64String(digits + "=="[..(-digits.Length & 3)], bytes, out var count) ? bytes[..count] : null;
    }

    private static byte[]? FromBase32(string run)
    {
        var bytes = new byte[run.Length * 5 / 8];
        var (buffer, bits, at) = (0, 0, 0);
        foreach (var c in run)
        {
            buffer = ((buffer << 5) | (c >= 'A' ? c - 'A' : c - '2' + 26)) & 0xFFFF;
            bits += 5;
            if (bits >= 8 && at < bytes.Length)
            {
                bits -= 8;
                bytes[at++] = (byte)(buffer >> bits);
            }
        }

        return bytes;
    }

    private static byte[]? FromHex(string run) => run.Length % 2 == 0 ? Convert.FromHexString(run) : null;
}
