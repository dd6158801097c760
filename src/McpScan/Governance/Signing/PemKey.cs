using System.Security.Cryptography;
using McpScan.Text;

namespace McpScan.Governance.Signing;

/// <summary>Takes an ECDSA P-256 key out of a PEM file, or says what the file holds instead and how to mend it.</summary>
internal static class PemKey
{
    public const string HowToMake = "make a key with 'openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -aes-256-cbc -out key.pem'";
    public const string HowToPublish = "take it out of the private one with 'openssl pkey -in key.pem -pubout -out pub.pem'";

    private const string P256 = "1.2.840.10045.3.1.7";

    /// <summary>The label of the first key or certificate in the file, such as <c>EC PRIVATE KEY</c>, and its place; null where there is none.</summary>
    public static (string Label, int Offset)? FindLabel(SourceText pem)
    {
        var at = 0;
        while (PemEncoding.TryFind(pem.Text.AsSpan(at), out var block))
        {
            var label = pem.Text[(at + block.Label.Start.Value)..(at + block.Label.End.Value)];

            // OpenSSL writes the name of the curve in front of the key.
            if (label != "EC PARAMETERS")
            {
                return (label, at + block.Location.Start.Value);
            }

            at += block.Location.End.Value;
        }

        return null;
    }

    /// <summary>The key; null with the problem where it is of another kind.</summary>
    /// <param name="pem">The file.</param>
    /// <param name="offset">Where the block begins.</param>
    /// <param name="import">Imports the block into an algorithm.</param>
    /// <param name="mend">How to come by the right key, as a part of a sentence.</param>
    /// <param name="problem">What is wrong.</param>
    public static ECDsa? Import(SourceText pem, int offset, Action<AsymmetricAlgorithm, string> import, string mend, out string? problem)
    {
        var text = pem.Text[offset..];
        var key = ECDsa.Create();
        try
        {
            import(key, text);
            if (IsP256(key))
            {
                problem = null;
                return key;
            }

            problem = pem.MessageAt(offset, $"This is a key of {key.KeySize} bits on another curve; sign-offs are signed with ECDSA on the curve P-256, {mend}.");
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            problem = pem.MessageAt(offset, IsRsa(text, import)
                ? $"This is an RSA key; sign-offs are signed with ECDSA on the curve P-256, {mend}."
                : $"This is no key for ECDSA on the curve P-256, or the file is damaged; {mend}.");
        }

        key.Dispose();
        return null;
    }

    /// <summary>Which key it is: SHA-256 of its public part as SubjectPublicKeyInfo in DER, which OpenSSL writes with <c>-pubout -outform DER</c>.</summary>
    public static string IdOf(ECDsa key) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()));

    private static bool IsP256(ECDsa key)
    {
        var curve = key.ExportParameters(includePrivateParameters: false).Curve;
        return curve.IsNamed && (curve.Oid.Value == P256 || curve.Oid.FriendlyName is "nistP256" or "ECDSA_P256");
    }

    private static bool IsRsa(string text, Action<AsymmetricAlgorithm, string> import)
    {
        using var key = RSA.Create();
        try
        {
            import(key, text);
            return true;
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            return false;
        }
    }
}
