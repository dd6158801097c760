using System.Text;
using McpScan.Governance.Signing;

namespace McpScan.Tests.Governance.Signing;

public sealed class DsseEnvelopeTests
{
    // From the specification of DSSE, protocol.md.
    [Fact]
    public void What_is_signed_is_what_the_standard_says() =>
        Encoding.UTF8.GetString(DsseEnvelope.PreAuthenticationEncoding("http://example.com/HelloWorld", "hello world"u8)).ShouldBe("DSSEv1 29 http://example.com/HelloWorld 11 hello world");

    [Fact]
    public void Lengths_are_in_bytes() =>
        Encoding.UTF8.GetString(DsseEnvelope.PreAuthenticationEncoding("é", "ü"u8)).ShouldBe("DSSEv1 2 é 2 ü");

    [Fact]
    public void An_envelope_comes_back_as_it_was_written()
    {
        var envelope = Signed("{}");
        var bytes = envelope.ToBytes();

        var read = DsseEnvelope.Read("s.json", bytes, out var problem).ShouldNotBeNull(problem);

        read.PayloadType.ShouldBe(DsseEnvelope.InToto);
        read.Payload.ShouldBe(envelope.Payload);
        read.Signature.ShouldBe(envelope.Signature);
        read.KeyId.ShouldBe(envelope.KeyId);
        Encoding.UTF8.GetString(bytes).ShouldStartWith("{\n  \"payloadType\": \"application/vnd.in-toto+json\",\n  \"payload\": \"e30=\",\n");
    }

    [Fact]
    public void Every_changed_byte_is_told()
    {
        using var pair = Keys.P256();
        using var signer = Keys.ToSign(pair);
        using var verifier = Keys.ToVerify(pair);
        var bytes = signer.Sign(DsseEnvelope.InToto, [.. "{ \"a\": 1 }"u8]).ToBytes();
        Holds(bytes).ShouldBeTrue();
        for (var i = 0; i < bytes.Length; i++)
        {
            foreach (var mask in (ReadOnlySpan<byte>)[0x01, 0x20, 0x80])
            {
                bytes[i] ^= mask;
                Holds(bytes).ShouldBeFalse($"byte {i} with {mask:X2}");
                bytes[i] ^= mask;
            }
        }

        Holds([.. bytes, (byte)'\n']).ShouldBeFalse();
        Holds([0xEF, 0xBB, 0xBF, .. bytes]).ShouldBeFalse();
        Holds(bytes[..^1]).ShouldBeFalse();

        bool Holds(byte[] file) => DsseEnvelope.Read("s.json", file, out _) is { } envelope && envelope.KeyId == verifier.Id && verifier.Verifies(envelope);
    }

    [Theory]
    [InlineData("", "s.json(1,1): This is no sign-off")]
    [InlineData("[]", "s.json(1,1): This is no sign-off")]
    [InlineData("{\n  \"payloadType\": \"x\",,\n}", "s.json(2,22): This is no sign-off")]
    [InlineData("{\"payloadType\": \"x\", \"payload\": \"!\", \"signatures\": [{\"keyid\": \"a\", \"sig\": \"\"}]}", "s.json(1,1): This is no sign-off")]
    [InlineData("{\"payloadType\": \"x\", \"payload\": \"\", \"signatures\": []}", "s.json(1,1): This is no sign-off")]
    [InlineData("{\"payloadType\": \"x\", \"payload\": \"\", \"signatures\": [{\"keyid\": \"a\", \"sig\": \"\"}, {\"keyid\": \"a\", \"sig\": \"\"}]}", "s.json(1,1): This is no sign-off")]
    [InlineData("{\"payloadType\": \"x\", \"payload\": \"\", \"signatures\": [{\"keyid\": \"a\", \"sig\": \"\"}]}", "s.json(1,2): The envelope is spelled otherwise")]
    public void What_is_no_envelope_says_where(string text, string message)
    {
        DsseEnvelope.Read("s.json", Encoding.UTF8.GetBytes(text), out var problem).ShouldBeNull();
        problem.ShouldNotBeNull().ShouldStartWith(message);
    }

    private static DsseEnvelope Signed(string payload)
    {
        using var pair = Keys.P256();
        using var key = Keys.ToSign(pair);
        return key.Sign(DsseEnvelope.InToto, [.. Encoding.UTF8.GetBytes(payload)]);
    }
}
