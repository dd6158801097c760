using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using McpScan.Governance.Signing;
using McpScan.Text;

namespace McpScan.Tests.Governance.Signing;

/// <summary>A key is taken in every form that is promised; any other file is refused with its place and the mend.</summary>
public sealed class KeyTests
{
    [Fact]
    public void Every_form_of_a_private_key_is_read()
    {
        using var key = Keys.P256();
        var id = "sha256:" + Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()));

        Id(key.ExportPkcs8PrivateKeyPem()).ShouldBe(id);
        Id(key.ExportECPrivateKeyPem()).ShouldBe(id);
        Id(PemEncoding.WriteString("EC PARAMETERS", [6, 8, 42, 134, 72, 206, 61, 3, 1, 7]) + "\n" + key.ExportECPrivateKeyPem()).ShouldBe(id);
        Id(Keys.Encrypted(key), Keys.Passphrase).ShouldBe(id);
        using var published = Keys.ToVerify(key);
        published.Id.ShouldBe(id);
    }

    [Fact]
    public void A_wrong_private_key_is_refused_with_the_mend()
    {
        using var right = Keys.P256();
        using var rsa = RSA.Create(2048);
        using var p384 = ECDsa.Create(ECCurve.NamedCurves.nistP384);

        Problem(rsa.ExportPkcs8PrivateKeyPem()).ShouldBe($"key.pem(1,1): This is an RSA key; sign-offs are signed with ECDSA on the curve P-256, {PemKey.HowToMake}.");
        Problem(rsa.ExportRSAPrivateKeyPem()).ShouldStartWith("key.pem(1,1): This is an RSA key;");
        Problem(Keys.Encrypted(rsa), Keys.Passphrase).ShouldStartWith("key.pem(1,1): This is an RSA key;");
        Problem(p384.ExportPkcs8PrivateKeyPem()).ShouldStartWith("key.pem(1,1): This is a key of 384 bits on another curve;");
        Problem(Keys.Encrypted(p384), Keys.Passphrase).ShouldStartWith("key.pem(1,1): This is a key of 384 bits on another curve;");
        Problem(right.ExportSubjectPublicKeyInfoPem()).ShouldBe("key.pem(1,1): This holds a public key, which cannot sign; name the file with the private one.");
        Problem(Certificate(right)).ShouldStartWith("key.pem(1,1): This holds a public key");
        Problem("note\n" + Pem("OPENSSH PRIVATE KEY")).ShouldStartWith("key.pem(2,1): 'OPENSSH PRIVATE KEY' is not read;");
        Problem("").ShouldStartWith("key.pem(1,1): This is no PEM file with a private key;");
        Problem(Pem("PRIVATE KEY")).ShouldStartWith("key.pem(1,1): This is no key for ECDSA on the curve P-256, or the file is damaged;");
        Problem(Pem("EC PRIVATE KEY").Replace("\nAAAA", "\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00\n\nAAAA", StringComparison.Ordinal))
            .ShouldStartWith("key.pem(2,1): This is the old encrypted form of OpenSSL; turn it into PKCS#8");
    }

    [Fact]
    public void A_passphrase_must_be_there_and_right()
    {
        using var key = Keys.P256();

        Problem(Keys.Encrypted(key)).ShouldBe("key.pem(1,1): The key is encrypted; say its passphrase with --key-password-file or --key-password-env.");
        foreach (var wrong in new[] { "", "open sesam", Keys.Passphrase + "\n", "x" })
        {
            Problem(Keys.Encrypted(key), wrong).ShouldStartWith("key.pem(1,1): The passphrase is wrong, or this is no key");
        }
    }

    [Fact]
    public void A_wrong_public_key_is_refused_with_the_mend()
    {
        using var right = Keys.P256();
        using var rsa = RSA.Create(2048);
        using var p384 = ECDsa.Create(ECCurve.NamedCurves.nistP384);

        PublicProblem(right.ExportPkcs8PrivateKeyPem()).ShouldBe(
            $"pub.pem(1,1): This is a private key, which nobody but the approver should have; the public one is enough, {PemKey.HowToPublish}.");
        PublicProblem(rsa.ExportSubjectPublicKeyInfoPem()).ShouldStartWith("pub.pem(1,1): This is an RSA key;");
        PublicProblem(rsa.ExportRSAPublicKeyPem()).ShouldStartWith("pub.pem(1,1): This is an RSA key;");
        PublicProblem(p384.ExportSubjectPublicKeyInfoPem()).ShouldStartWith("pub.pem(1,1): This is a key of 384 bits on another curve;");
        PublicProblem(Certificate(right)).ShouldContain("openssl x509 -in cert.pem -pubkey -noout");
        PublicProblem("{}").ShouldStartWith("pub.pem(1,1): This is no PEM file with a public key;");
        PublicProblem(Pem("PGP MESSAGE")).ShouldBe("pub.pem(1,1): 'PGP MESSAGE' is not read; name a public key in PEM.");
    }

    private static string Id(string pem, string? passphrase = null)
    {
        using var key = SigningKey.Read(new SourceText("key.pem", pem), passphrase, out var problem).ShouldNotBeNull(problem);
        return key.Id;
    }

    private static string Problem(string pem, string? passphrase = null)
    {
        SigningKey.Read(new SourceText("key.pem", pem), passphrase, out var problem).ShouldBeNull();
        return problem.ShouldNotBeNull();
    }

    private static string PublicProblem(string pem)
    {
        VerificationKey.Read(new SourceText("pub.pem", pem), out var problem).ShouldBeNull();
        return problem.ShouldNotBeNull();
    }

    private static string Pem(string label) => PemEncoding.WriteString(label, [0, 0, 0]) + "\n";

    private static string Certificate(ECDsa key) =>
        new CertificateRequest("CN=approver", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(1)).ExportCertificatePem();
}
