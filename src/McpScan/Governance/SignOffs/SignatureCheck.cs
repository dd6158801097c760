using McpScan.Governance.Signing;

namespace McpScan.Governance.SignOffs;

/// <summary>Whether a sign-off is signed by a key.</summary>
public static class SignatureCheck
{
    /// <param name="envelope">The envelope.</param>
    /// <param name="statement">What it holds; null where it holds no sign-off.</param>
    /// <param name="key">The key of the approver; null where none was named.</param>
    public static Check Of(DsseEnvelope envelope, SignOffStatement? statement, VerificationKey? key)
    {
        if (key is null)
        {
            return Line(CheckResult.Unknown, "The signature was not looked at; name the approver's public key with --key.");
        }

        if (!key.Verifies(envelope))
        {
            return Line(CheckResult.Fails, envelope.KeyId == key.Id
                ? "What was signed or its signature was changed after signing."
                : $"It is not signed with the key that was named ({key.Id}), or was changed after signing.");
        }

        return envelope.KeyId == key.Id && (statement is null || statement.SignOff.KeyId == key.Id)
            ? Line(CheckResult.Holds, $"ECDSA P-256 with SHA-256, key {key.Id}")
            : Line(CheckResult.Fails, $"The key that the sign-off names ({envelope.KeyId}) is not the one that it is signed with ({key.Id}).");
    }

    private static Check Line(CheckResult result, string text) => new("signature", result, text);
}
