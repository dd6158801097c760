using System.Text;
using System.Text.Json;
using McpScan.Auditing;
using McpScan.Modeling;
using McpScan.Reporting.Sandboxes;
using McpScan.Text;

namespace McpScan.Tests.Reporting.Sandboxes;

public sealed class SandboxFileTests
{
    [Theory]
    [InlineData("fs:read:/srv/data/**", "'read': ['/srv/data'], 'write': []")]
    [InlineData("fs:read,write:/srv/data", "'read': [], 'write': ['/srv/data']")]
    [InlineData("net:connect:api.example.com", "'allow_host': ['api.example.com'], 'allow_port': []")]
    [InlineData("net:connect:api.example.com:443", "'allow_host': ['api.example.com'], 'allow_port': [443]")]
    public void A_profile_grants_what_is_bounded(string term, string expected)
    {
        var profile = ToolHiveProfile.Of(Server(term));

        Flat(profile.Render).ShouldContain(expected.Replace('\'', '"'));
        profile.Remarks.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("fs:write:/**", "fs:write:/** is not granted, as it reaches anything of its kind: name the paths or hosts that the server needs")]
    [InlineData("net:connect:*", "net:connect:* is not granted, as it reaches anything of its kind: name the paths or hosts that the server needs")]
    [InlineData("fs:read:/srv/*.txt", "the format has no word for fs:read:/srv/*.txt")]
    [InlineData("fs:read:/srv:/etc", "the format has no word for fs:read:/srv:/etc")]
    [InlineData("net:connect:*.example.com", "the format has no word for net:connect:*.example.com")]
    [InlineData("net:connect:\"a:443\"", "the format has no word for net:connect:\"a:443\"")]
    [InlineData("net:connect:a b", "the format has no word for net:connect:a b")]
    [InlineData("exec:spawn:git", "the format has no word for exec:spawn:git")]
    [InlineData("clock:system", "the format has no word for clock:system")]
    [InlineData("fs:read:/srv/••••", "the format has no word for fs:read:/srv/••••")]
    public void A_profile_grants_nothing_else_and_says_so(string term, string remark)
    {
        var profile = ToolHiveProfile.Of(Server(term));

        Flat(profile.Render).ShouldBe("""{"name": "desk", "read": [], "write": [], "privileged": false, "network": {"outbound": {"insecure_allow_all": false, "allow_host": [], "allow_port": []}}}""");
        profile.Remarks.ShouldBe([remark]);
    }

    [Fact]
    public void A_profile_without_a_host_says_that_a_service_is_out_of_reach() =>
        ToolHiveProfile.Of(Server("message:send:mail")).Remarks.ShouldBe(
            ["the format has no word for message:send:mail", "no host was seen, so no network is granted: name the hosts of the service that the server reaches"]);

    [Fact]
    public void Ports_that_would_bind_other_hosts_are_left_out()
    {
        var profile = ToolHiveProfile.Of(Server("net:connect:a.example", "net:connect:b.example:8443"));

        Flat(profile.Render).ShouldContain("\"allow_host\": [\"a.example\", \"b.example\"], \"allow_port\": []");
        profile.Remarks.ShouldBe(["a host is reached at any port, so no port is written"]);
    }

    [Fact]
    public void A_manifest_says_everything_and_what_has_no_word_as_an_assertion()
    {
        var manifest = CapgateManifest.Of(Server("exec:spawn:git", "message:send:mail", "data:read:a\"b?c", "fs:read:/srv/••••"));

        using var json = JsonDocument.Parse(Bytes(manifest.Render));
        var said = json.RootElement.GetProperty("tools")[0].GetProperty("capabilities").EnumerateArray().Select(c => c.GetString()!).ToList();
        said.ShouldBe(
        [
            "exec:spawn:git", "assert:observed.message.send.mail:\"message:send:mail\"", "assert:observed.data.read.a.b.c:\"data:read:a.b.c\"",
            "assert:observed.fs.read..srv.....:\"fs:read:/srv/••••\"",
        ]);
        said.ConvertAll(text => CapabilityGrammar.Parse(text, out _)).ShouldNotContain((CapabilityTerm?)null);
        manifest.Remarks.ShouldBe(
        [
            "the grammar has no word for message:send:mail; it is written as an assertion", "the grammar has no word for data:read:a\"b?c; it is written as an assertion",
            "the grammar has no word for fs:read:/srv/••••; it is written as an assertion",
        ]);
    }

    [Fact]
    public void What_only_the_server_shows_stands_at_the_server_and_a_version_is_never_missing()
    {
        var server = Server("exec:spawn:git") with { Tools = [], Version = "" };

        var manifest = CapgateManifest.Of(server);

        Flat(manifest.Render).ShouldBe("""{"grammar": "0.0", "name": "desk", "version": "0.0.0", "serverCapabilities": ["exec:spawn:git"], "tools": []}""");
        manifest.Remarks.ShouldBe(["the server names no version; 0.0.0 was written"]);
    }

    private static ServerReport Server(params string[] terms)
    {
        var observed = SampleCapabilities.Of([.. terms.Select(term => new Untrusted(term))]).Declared;
        var reports = CapabilityReports.Empty with
        {
            Observed = [.. observed.Select(c => c with { IsExtension = CapabilityKinds.Find(c.Text.Raw.Split(':')[0])!.IsExtension })],
        };
        return FleetReport.Realistic.Servers[0] with { Name = "desk", Version = "1.0", Capabilities = reports, Tools = [new ToolReport("t", reports)] };
    }

    private static string Flat(Action<Stream> render) =>
        string.Join(' ', Encoding.UTF8.GetString(Bytes(render)).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Replace("{ ", "{", StringComparison.Ordinal).Replace(" }", "}", StringComparison.Ordinal).Replace("[ ", "[", StringComparison.Ordinal).Replace(" ]", "]", StringComparison.Ordinal);

    private static byte[] Bytes(Action<Stream> render)
    {
        using var stream = new MemoryStream();
        render(stream);
        return stream.ToArray();
    }
}
