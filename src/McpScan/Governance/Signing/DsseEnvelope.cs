using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Governance.Signing;

/// <summary>A DSSE 1.0 envelope with one signature: some bytes, what they are, and what a key says about both.</summary>
/// <param name="PayloadType">The media type of the payload.</param>
/// <param name="Payload">The bytes that are signed, as they were signed.</param>
/// <param name="KeyId">Which key signed; a hint, not signed itself.</param>
/// <param name="Signature">The signature over <see cref="PreAuthenticationEncoding"/>.</param>
public sealed record DsseEnvelope(string PayloadType, ImmutableArray<byte> Payload, string KeyId, ImmutableArray<byte> Signature)
{
    /// <summary>The payload type of in-toto statements.</summary>
    public const string InToto = "application/vnd.in-toto+json";

    // Base64 and media types hold '+', which the encoder of the other formats would escape: right, but nothing for a shell to cut out.
    private static readonly JsonWriterOptions Form = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What is signed: <c>DSSEv1 LEN(type) type LEN(payload) payload</c>, parted by one space each, lengths in bytes and decimal.</summary>
    public static byte[] PreAuthenticationEncoding(string payloadType, ReadOnlySpan<byte> payload)
    {
        var head = string.Create(CultureInfo.InvariantCulture, $"DSSEv1 {Encoding.UTF8.GetByteCount(payloadType)} {payloadType} {payload.Length} ");
        return [.. Encoding.UTF8.GetBytes(head), .. payload];
    }

    /// <summary>The bytes of the file: one form only, so that every changed byte of it can be told.</summary>
    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Form))
        {
            writer.WriteStartObject();
            writer.WriteString("payloadType", PayloadType);
            writer.WriteBase64String("payload", Payload.AsSpan());
            writer.WriteStartArray("signatures");
            writer.WriteStartObject();
            writer.WriteString("keyid", KeyId);
            writer.WriteBase64String("sig", Signature.AsSpan());
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    /// <summary>Reads an envelope; null with the place and the reason where the file is none, or is spelled otherwise than <see cref="ToBytes"/> does.</summary>
    /// <param name="path">The name of the file, for the reason.</param>
    /// <param name="file">All of its bytes.</param>
    /// <param name="problem">The reason.</param>
    public static DsseEnvelope? Read(string path, ReadOnlySpan<byte> file, out string? problem)
    {
        var source = new SourceText(path, Encoding.UTF8.GetString(file));
        var document = JsonReader.Read(source);
        if (document is not { Roots: [var root], Notices.IsEmpty: true }
            || root["payloadType"]?.AsString() is not { } type
            || Bytes(root["payload"]) is not { } payload
            || (root["signatures"] ?? root).Items is not [var signature]
            || signature["keyid"]?.AsString() is not { } keyId
            || Bytes(signature["sig"]) is not { } sig)
        {
            var at = document.Notices is [{ Location.Span.Start: var start }, ..] ? start : 0;
            problem = source.MessageAt(at, "This is no sign-off: it must be a DSSE envelope with payloadType, payload and one signature, as 'mcpscan signoff' writes it.");
            return null;
        }

        var envelope = new DsseEnvelope(type, payload, keyId, sig);
        var written = envelope.ToBytes();
        if (!file.SequenceEqual(written))
        {
            var same = source.Text.AsSpan().CommonPrefixLength(Encoding.UTF8.GetString(written));
            problem = source.MessageAt(same, "The envelope is spelled otherwise than 'mcpscan signoff' writes it: it was changed after it was signed.");
            return null;
        }

        problem = null;
        return envelope;
    }

    private static ImmutableArray<byte>? Bytes(DataNode? node)
    {
        if (node?.AsString() is not { } text)
        {
            return null;
        }

        var bytes = new byte[(text.Length / 4 * 3) + 3];
        return Convert.TryFromBase64String(text, bytes, out var length) ? [.. bytes.AsSpan(0, length)] : null;
    }
}
