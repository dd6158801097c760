using System.Security.Cryptography;
using McpScan.Governance.Signing;
using McpScan.Text;

namespace McpScan.Tests.Governance.Signing;

/// <summary>Keys that are made for a test and thrown away with it.</summary>
internal static class Keys
{
    public const string Passphrase = "open sesame";

    public static ECDsa P256() => ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public static string Encrypted(AsymmetricAlgorithm key) =>
        key.ExportEncryptedPkcs8PrivateKeyPem(Passphrase, new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000));

    public static SigningKey ToSign(ECDsa key) => SigningKey.Read(new SourceText("key.pem", key.ExportPkcs8PrivateKeyPem()), null, out _).ShouldNotBeNull();

    public static VerificationKey ToVerify(ECDsa key) => VerificationKey.Read(new SourceText("pub.pem", key.ExportSubjectPublicKeyInfoPem()), out _).ShouldNotBeNull();
}
