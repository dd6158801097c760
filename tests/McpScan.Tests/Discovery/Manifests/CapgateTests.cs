using McpScan.Modeling;
using McpScan.Text;

namespace McpScan.Tests.Discovery.Manifests;

public sealed class CapgateTests
{
    [Fact]
    public void Tools_and_the_server_declare_capabilities()
    {
        var read = Recognised.Of("capgate.json", """
            {
              "grammar": "0.0", "name": "notes", "version": "2.0.0",
              "serverCapabilities": ["env:inject:NOTES_TOKEN"],
              "tools": [
                { "name": "save", "description": "Saves a note.", "capabilities": ["fs:read,write:/notes/**", "net:connect:notes.example:443"] },
                { "name": "now", "capabilities": ["clock:system", "assert:ro:\"reads: nothing else\""] }
              ]
            }
            """);

        read.Model.Kind.ShouldBe("capgate-manifest");
        read.Model.Notices.ShouldBeEmpty();
        read.Server.Name.Raw.ShouldBe("notes");
        read.Values("tool:save", ToolFields.Capability).ShouldBe(["fs:read,write:/notes/**", "net:connect:notes.example:443"]);
        read.Values("tool:save", ToolFields.Description).ShouldBe(["Saves a note."]);
        read.Values("permissions:notes", PermissionsFields.Capability).Length.ShouldBe(5);
        read.Written("permissions:notes", PermissionsFields.Grammar).ShouldBe("\"0.0\"");
    }

    [Fact]
    public void An_unknown_grammar_and_a_broken_capability_make_the_audit_incomplete_at_their_places()
    {
        var read = Recognised.Of("capgate.json", """
            { "grammar": "7.1", "name": "n", "version": "1", "tools": [{ "name": "t", "capabilities": ["fs:read:relative", 5, "clock:tzdata"] }] }
            """);

        read.Model.Notices.Select(n => n.Location!.GetText()).ShouldBe(["\"7.1\"", "relative", "5"]);
        read.Model.Notices.ShouldAllBe(n => n.Severity == NoticeSeverity.Error);
        read.Values("tool:t", ToolFields.Capability).ShouldBe(["fs:read:relative", "5", "clock:tzdata"]);
    }

    [Theory]
    [InlineData("fs:read:/usr/share/zoneinfo")]
    [InlineData("fs:read, delete:/a[bc]*")]
    [InlineData("net:connect:*")]
    [InlineData("exec:spawn:git?nestedSandbox=true")]
    [InlineData("env:read:_A1")]
    [InlineData("ipc:connect:x11")]
    [InlineData("assert:x:\"a:b:c\"")]
    public void A_capability_follows_the_grammar(string capability) => CapabilityGrammar.Parse(capability, out _).ShouldNotBeNull().ToString().ShouldBe(capability.Replace(", ", ",", StringComparison.Ordinal));

    [Theory]
    [InlineData("")]
    [InlineData("fs")]
    [InlineData("disk:read:/a")]
    [InlineData("fs:read")]
    [InlineData("fs::/a")]
    [InlineData("fs:erase:/a")]
    [InlineData("fs:read:/a:b")]
    [InlineData("net:connect:host:0")]
    [InlineData("net:connect:host:65536")]
    [InlineData("net:connect:host: 80")]
    [InlineData("net:listen:host")]
    [InlineData("exec:spawn:/bin/sh")]
    [InlineData("env:read:lower")]
    [InlineData("env:read:")]
    [InlineData("env:read:1A")]
    [InlineData("ipc:connect")]
    [InlineData("clock:wall")]
    public void A_capability_breaks_the_grammar(string capability)
    {
        CapabilityGrammar.Parse(capability, out var problem).ShouldBeNull();
        problem.ShouldNotBeNull().Words.ShouldEndWith(".");
    }

    [Fact]
    public void A_plain_list_of_tools_is_no_capability_manifest() =>
        Recognised.Of("tools.json", """{ "name": "n", "tools": [{ "name": "t", "description": "d", "inputSchema": { "type": "object" } }] }""").Model?.Kind.ShouldNotBe("capgate-manifest");
}
