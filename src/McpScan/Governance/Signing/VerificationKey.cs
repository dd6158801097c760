using System.Security.Cryptography;
using McpScan.Text;

namespace McpScan.Governance.Signing;

/// <summary>A public key for ECDSA on the curve P-256.</summary>
public sealed class VerificationKey : IDisposable
{
    private readonly ECDsa _key;

    private VerificationKey(ECDsa key) => _key = key;

    /// <summary>Which key it is, as envelopes name it.</summary>
    public string Id => PemKey.IdOf(_key);

    /// <summary>Reads a key from PEM (SubjectPublicKeyInfo). Null with the place, the problem and the mend where it cannot be used.</summary>
    public static VerificationKey? Read(SourceText pem, out string? problem)
    {
        if (PemKey.FindLabel(pem) is not var (label, offset))
        {
            problem = pem.MessageAt(0, $"This is no PEM file with a public key; {PemKey.HowToPublish}.");
            return null;
        }

        if (label is "PUBLIC KEY" or "RSA PUBLIC KEY")
        {
            var key = PemKey.Import(pem, offset, static (algorithm, text) => algorithm.ImportFromPem(text), "name the key of the approver", out problem);
            return key is null ? null : new VerificationKey(key);
        }

        problem = pem.MessageAt(offset, label switch
        {
            "CERTIFICATE" => "This is a certificate; take the public key out of it with 'openssl x509 -in cert.pem -pubkey -noout'.",
            _ when label.EndsWith("PRIVATE KEY", StringComparison.Ordinal) => $"This is a private key, which nobody but the approver should have; the public one is enough, {PemKey.HowToPublish}.",
            _ => $"'{new Untrusted(label)}' is not read; name a public key in PEM.",
        });
        return null;
    }

    /// <summary>Whether the envelope's signature over its type and payload is this key's.</summary>
    public bool Verifies(DsseEnvelope envelope)
    {
        var signed = DsseEnvelope.PreAuthenticationEncoding(envelope.PayloadType, envelope.Payload.AsSpan());
        return _key.VerifyData(signed, envelope.Signature.AsSpan(), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    public void Dispose() => _key.Dispose();
}
