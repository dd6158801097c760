using System.Security.Cryptography;

namespace McpScan.Text;

/// <summary>
/// SHA-256 of some bytes, taken when somebody asks: loading the cryptography of the system is a twentieth of a cold start, and a report on the
/// console never asks.
/// </summary>
public sealed class ContentDigest
{
    private readonly Lazy<string> _hex;

    public ContentDigest(Func<byte[]> content) => _hex = new Lazy<string>(() => Convert.ToHexStringLower(SHA256.HashData(content())));

    private ContentDigest(string hex) => _hex = new Lazy<string>(hex);

    /// <summary>A digest that is known already.</summary>
    public static implicit operator ContentDigest(string hex) => new(hex);

    /// <summary>Lower-case hex.</summary>
    public override string ToString() => _hex.Value;
}
