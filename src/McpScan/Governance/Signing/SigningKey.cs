using System.Collections.Immutable;
using System.Security.Cryptography;
using McpScan.Text;

namespace McpScan.Governance.Signing;

/// <summary>A private key for ECDSA on the curve P-256.</summary>
public sealed class SigningKey : IDisposable
{
    private const string Legacy = "Proc-Type: 4,ENCRYPTED";

    private readonly ECDsa _key;

    private SigningKey(ECDsa key) => _key = key;

    /// <summary>Which key it is, as envelopes name it: <c>sha256:</c> and the digest of its public part.</summary>
    public string Id => PemKey.IdOf(_key);

    /// <summary>Reads a key from PEM: PKCS#8, encrypted PKCS#8 or SEC 1. Null with the place, the problem and the mend where it cannot be used.</summary>
    /// <param name="pem">The file.</param>
    /// <param name="passphrase">The passphrase; null where none was given.</param>
    /// <param name="problem">What is wrong.</param>
    public static SigningKey? Read(SourceText pem, string? passphrase, out string? problem)
    {
        var legacy = pem.Text.IndexOf(Legacy, StringComparison.Ordinal);
        if (legacy >= 0)
        {
            problem = pem.MessageAt(legacy, "This is the old encrypted form of OpenSSL; turn it into PKCS#8 with 'openssl pkcs8 -topk8 -in old.pem -out key.pem'.");
            return null;
        }

        if (PemKey.FindLabel(pem) is not var (label, offset))
        {
            problem = pem.MessageAt(0, $"This is no PEM file with a private key; {PemKey.HowToMake}.");
            return null;
        }

        if (label == "ENCRYPTED PRIVATE KEY" && passphrase is null)
        {
            problem = pem.MessageAt(offset, "The key is encrypted; say its passphrase with --key-password-file or --key-password-env.");
            return null;
        }

        var key = label switch
        {
            "PRIVATE KEY" or "EC PRIVATE KEY" or "RSA PRIVATE KEY" =>
                PemKey.Import(pem, offset, static (algorithm, text) => algorithm.ImportFromPem(text), PemKey.HowToMake, out problem),
            "ENCRYPTED PRIVATE KEY" =>
                Decrypt(pem, offset, passphrase!, out problem),
            "PUBLIC KEY" or "RSA PUBLIC KEY" or "CERTIFICATE" =>
                Refuse(pem, offset, "This holds a public key, which cannot sign; name the file with the private one.", out problem),
            _ =>
                Refuse(pem, offset, $"'{new Untrusted(label)}' is not read; {PemKey.HowToMake}.", out problem),
        };
        return key is null ? null : new SigningKey(key);
    }

    /// <summary>Signs bytes of a type. ECDSA draws a number for each signature: two envelopes over one payload differ.</summary>
    public DsseEnvelope Sign(string payloadType, ImmutableArray<byte> payload)
    {
        var signed = DsseEnvelope.PreAuthenticationEncoding(payloadType, payload.AsSpan());
        return new DsseEnvelope(payloadType, payload, Id, [.. _key.SignData(signed, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)]);
    }

    public void Dispose() => _key.Dispose();

    private static ECDsa? Decrypt(SourceText pem, int offset, string passphrase, out string? problem)
    {
        var key = PemKey.Import(pem, offset, (algorithm, text) => algorithm.ImportFromEncryptedPem(text, passphrase), PemKey.HowToMake, out problem);

        // A wrong passphrase gives bytes that are no key of any kind.
        problem = problem?.Replace("This is no key", "The passphrase is wrong, or this is no key", StringComparison.Ordinal);
        return key;
    }

    private static ECDsa? Refuse(SourceText pem, int offset, string message, out string? problem)
    {
        problem = pem.MessageAt(offset, message);
        return null;
    }
}
