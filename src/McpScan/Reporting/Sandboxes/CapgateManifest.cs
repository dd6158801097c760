using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using McpScan.Auditing;
using McpScan.Modeling;
using McpScan.Syntax;

namespace McpScan.Reporting.Sandboxes;

/// <summary>
/// What a server was seen to do, as a capgate manifest, with the variables that it asks for. It says all of it: what the grammar has no word for stands there as an assertion, which grants nothing.
/// </summary>
public sealed class CapgateManifest
{
    private readonly ServerReport _server;
    private readonly List<string> _remarks = [];

    private CapgateManifest(ServerReport server) => _server = server;

    /// <summary>What the manifest cannot say, a sentence each.</summary>
    public IReadOnlyList<string> Remarks => _remarks;

    /// <summary>The manifest of a server.</summary>
    public static CapgateManifest Of(ServerReport server)
    {
        var manifest = new CapgateManifest(server);
        manifest.Remark();
        return manifest;
    }

    /// <summary>Writes it as JSON, the tools in document order.</summary>
    public void Render(Stream output) => JsonOutput.Write(this, output, static (writer, manifest) => manifest.Write(writer));

    private void Write(Utf8JsonWriter writer)
    {
        var ofTools = _server.Tools.SelectMany(static tool => tool.Capabilities.Observed).Select(static c => c.Text.Raw).ToHashSet(StringComparer.Ordinal);
        writer.WriteStartObject();
        writer.WriteString("grammar", CapabilityGrammar.Version);
        writer.WriteString("name", NameOf(_server));
        writer.WriteString("version", VersionOf(_server));
        WriteAll(writer, "serverCapabilities", [.. _server.Capabilities.Observed.Where(c => !ofTools.Contains(c.Text.Raw)), .. Asked()]);
        writer.WriteStartArray("tools");
        foreach (var tool in _server.Tools.Where(static tool => !tool.Name.IsEmpty))
        {
            writer.WriteStartObject();
            writer.WriteString("name", tool.Name.Raw);
            WriteAll(writer, "capabilities", tool.Capabilities.Observed);
            writer.WriteEndObject();
            JsonOutput.FlushWhenFull(writer);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteAll(Utf8JsonWriter writer, string name, ImmutableArray<CapabilityReport> observed)
    {
        writer.WriteStartArray(name);
        foreach (var capability in observed)
        {
            writer.WriteStringValue(IsSaid(capability) ? capability.Text.Raw : AssertionOf(capability.Text.Raw));
        }

        writer.WriteEndArray();
    }

    /// <summary>The variables that the server asks its user for: without them it does not start.</summary>
    private IEnumerable<CapabilityReport> Asked()
    {
        var seen = _server.Capabilities.Observed.Select(static c => c.Text.Raw).ToHashSet(StringComparer.Ordinal);
        return _server.Capabilities.Declared.Where(c => IsSaid(c) && c.Text.Raw.StartsWith("env:read:", StringComparison.Ordinal) && seen.Add(c.Text.Raw));
    }

    private void Remark()
    {
        foreach (var asked in Asked())
        {
            _remarks.Add($"{asked.Text} was not seen, but the server asks for it; it was written");
        }

        if (_server.Version.IsEmpty)
        {
            _remarks.Add($"the server names no version; {VersionOf(_server)} was written");
        }

        if (_server.Tools.Any(static tool => tool.Name.IsEmpty))
        {
            _remarks.Add("a tool without a name was left out");
        }

        foreach (var capability in _server.Capabilities.Observed)
        {
            if (!IsSaid(capability))
            {
                _remarks.Add($"the grammar has no word for {capability.Text}; it is written as an assertion");
            }
            else if (!capability.Radius.IsBounded)
            {
                _remarks.Add($"{capability.Text} reaches anything of its kind: narrow it to what the server needs");
            }
        }
    }

    private static string NameOf(ServerReport server) => server.Name.IsEmpty ? "server" : server.Name.Raw;

    /// <summary>capgate takes no manifest without a version.</summary>
    private static string VersionOf(ServerReport server) => server.Version.IsEmpty ? "0.0.0" : server.Version.Raw;

    /// <summary>A masked text would be another path, host or name; nothing observed has refinements, so a question mark belongs to its scope.</summary>
    private static bool IsSaid(CapabilityReport capability) =>
        !capability.IsExtension && !capability.Text.Raw.Contains(Redactor.Dot, StringComparison.Ordinal) && CapabilityGrammar.Parse(capability.Text.Raw, out _) is { Refinements: "" };

    /// <summary><c>assert:observed.message.send.mail:"message:send:mail"</c>. Its id tells it from others; quotes and question marks mean something even inside quotes.</summary>
    private static string AssertionOf(string text)
    {
        var id = new StringBuilder("observed.", text.Length + 9);
        var words = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            id.Append(char.IsAsciiLetterOrDigit(character) || character is '-' or '_' ? character : '.');
            words.Append(character is '"' or '?' || char.IsControl(character) ? '.' : character);
        }

        return $"assert:{id}:\"{words}\"";
    }
}
