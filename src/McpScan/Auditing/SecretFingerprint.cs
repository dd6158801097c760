using System.Security.Cryptography;
using System.Text;

namespace McpScan.Auditing;

/// <summary>A short name for a secret's value, the same in every report: it tells which keys are one key, and whether one was changed.</summary>
/// <remarks>
/// Short on purpose. A person's password can be guessed from a list, and a whole digest would tell which guess is right; 16 bits fit thousands of
/// them. A long value cannot be guessed, so that it may have 32.
/// </remarks>
internal static class SecretFingerprint
{
    /// <summary>From this length on values are made by machines.</summary>
    private const int GuessableLength = 20;

    /// <summary>8 hexadecimal digits, or 4 for a short value.</summary>
    public static string Of(ReadOnlySpan<char> value)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes($"mcpscan secret\n{value}"));
        return Convert.ToHexStringLower(digest.AsSpan(0, value.Length < GuessableLength ? 2 : 4));
    }
}
