using System.Text;
using McpScan.Auditing.Locking;
using McpScan.Discovery;
using McpScan.Governance.Locking;
using McpScan.Reporting.Json;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Tests.Auditing.Locking;

public sealed class LockMakerTests
{
    private const string Tools = """
        { "tools": [
          { "name": "search", "description": "Searches notes.", "annotations": { "readOnlyHint": true },
            "inputSchema": { "type": "object", "additionalProperties": false, "properties": { "q": { "type": "string", "maxLength": 80, "enum": ["b", "a"] } } } } ] }
        """;

    [Fact]
    public void Every_part_of_a_definition_has_its_digest()
    {
        var tool = Pinned(("tools.json", Tools)).Servers.ShouldHaveSingleItem().Definitions.Single(d => d.Id == "tool:search");

        tool.Parts.Select(p => p.Pointer).ShouldBe(
        [
            "/annotations/readOnlyHint", "/description", "/inputSchema/additionalProperties", "/inputSchema/properties/q", "/inputSchema/type", "/name",
        ]);
        tool.Parts.Single(p => p.Pointer == "/description").Sha256.ShouldBe(CanonicalJson.Sha256("\"Searches notes.\""));
        tool.Schema.Select(s => (s.Pointer, string.Join(' ', s.Bounds.Select(b => $"{b.Key}={b.Value}")))).ShouldBe(
        [
            ("/inputSchema", "additionalProperties=false type=\"object\""),
            ("/inputSchema/properties/q", "enum=[\"b\",\"a\"] maxLength=80 type=\"string\""),
        ]);
    }

    [Fact]
    public void Order_and_spacing_change_no_byte()
    {
        var reordered = """{"tools":[{"inputSchema":{"properties":{"q":{"enum":["b","a"],"maxLength":80,"type":"string"}},"additionalProperties":false,"type":"object"},"annotations":{"readOnlyHint":true},"description":"Searches notes.","name":"search"}]}""";

        Bytes(Pinned(("tools.json", reordered))).ShouldBe(Bytes(Pinned(("tools.json", Tools))));
    }

    [Fact]
    public void What_was_written_is_read_back()
    {
        var written = Bytes(Pinned(("tools.json", Tools), (".mcp.json", Configuration("one"))));

        var read = LockReader.Read(new SourceText("mcpscan.lock.json", Encoding.UTF8.GetString(written)), out var errors);

        errors.ShouldBeEmpty();
        Bytes(read!).ShouldBe(written);
    }

    [Fact]
    public void No_secret_is_kept()
    {
        // Put together here so that it never stands whole in the repository.
        var key = "ghp" + "_" + "0001aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0dF";
        var password = "Tr0ub4dor" + "-Zk8";

        var text = Encoding.UTF8.GetString(Bytes(Pinned(
            (".mcp.json", $$"""{ "mcpServers": { "a": { "command": "npx", "args": ["x@1.0.0", "--token", "{{key}}"], "env": { "DB_PASSWORD": "{{password}}", "MODE": "quick brown fox" } } } }"""),
            ("tools.json", $$"""{ "tools": [{ "name": "t", "description": "Uses the key \"{{key}}\"\nfor all." }] }"""))));

        text.ShouldNotContain(key[6..]);
        text.ShouldNotContain(password);
        text.ShouldNotContain("quick brown fox");
        text.ShouldContain("DB_PASSWORD");
        text.ShouldContain("for all.");
    }

    [Fact]
    public void A_change_within_what_looks_like_a_secret_is_seen()
    {
        var key = "ghp" + "_" + "0001aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0d";

        Tool(key + "F").ShouldNotBe(Tool(key + "G"));

        static string Tool(string key) => Pinned(("tools.json", $$"""{ "tools": [{ "name": "t", "description": "Say {{key}}." }] }""")).Servers[0].Definitions[1].Sha256;
    }

    [Fact]
    public void What_is_handed_to_a_server_is_told_apart_and_not_kept()
    {
        Launch("one").ShouldNotBe(Launch("two"));

        static string Launch(string mode) => Pinned((".mcp.json", Configuration(mode))).Servers[0].Definitions[1].Sha256;
    }

    [Fact]
    public void A_lock_lists_what_a_server_is_and_reaches()
    {
        var server = Pinned((".mcp.json", Configuration("one"))).Servers.ShouldHaveSingleItem();

        server.Artifacts.Select(a => $"{a.Ecosystem} {a.Name} {a.Version}").ShouldBe(["npm @acme/desk 1.2.0"]);
        server.Reach.Select(r => $"{r.Kind} {r.Value}").ShouldBe(["Host api.acme.example", "Secret API_URL", "Secret MODE"]);
    }

    [Fact]
    public void A_lone_surrogate_survives_the_way_through_the_file()
    {
        var pinned = Pinned(("tools.json", """{ "tools": [{ "name": "t", "description": "a \ud83d b", "inputSchema": { "type": "object", "properties": { "q": { "const": "\udc00" } } } }] }"""));

        var read = LockReader.Read(new SourceText("l", Encoding.UTF8.GetString(Bytes(pinned))), out _)!;

        read.Servers[0].Definitions[1].Values.Select(v => v.Text).ShouldBe(pinned.Servers[0].Definitions[1].Values.Select(v => v.Text));
        read.Servers[0].Definitions[1].Schema[1].Bounds.ShouldBe(pinned.Servers[0].Definitions[1].Schema[1].Bounds);
    }

    private static string Configuration(string mode) =>
        $$"""{ "mcpServers": { "desk": { "command": "npx", "args": ["-y", "@acme/desk@1.2.0"], "env": { "API_URL": "https://api.acme.example/v1", "MODE": "{{mode}}" } } } }""";

    private static LockFile Pinned(params (string Path, string Text)[] files) =>
        LockMaker.Make(InventoryBuilder.Build(files.Select(f => InputFile.FromBytes(f.Path, Encoding.UTF8.GetBytes(f.Text), isNamed: true)), InventoryOptions.Default), "1.0.0");

    private static byte[] Bytes(LockFile pinned)
    {
        using var output = new MemoryStream();
        LockRenderer.Render(pinned, output);
        return output.ToArray();
    }
}
