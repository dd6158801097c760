using System.Diagnostics;
using System.Globalization;
using System.Text;
using McpScan.Discovery.Recognisers;
using McpScan.Modeling;
using McpScan.Syntax;
using McpScan.Tests.Discovery.Gateways;
using McpScan.Text;

namespace McpScan.Tests.Discovery.Manifests;

/// <summary>Manifests are written by the party under audit: no shape of theirs may stop the audit or hide a text from it.</summary>
public sealed class HostileManifestTests
{
    private const string Capgate = """{ "grammar": "0.0", "name": "n", "version": "1", "serverCapabilities": ["clock:system"], "tools": [{ "name": "t", "description": "d", "capabilities": ["exec:spawn:git"] }] }""";

    private const string Npm = """{ "name": "n", "version": "1", "mcpName": "a/b", "license": "MIT", "repository": { "url": "u" }, "bin": { "n": "n.js" }, "scripts": { "install": "i" }, "keywords": ["mcp"], "dependencies": { "d": "1" } }""";

    private const string Smithery = """{ "startCommand": { "type": "stdio", "configSchema": { "required": ["k"], "properties": { "k": { "type": "string" } } }, "commandFunction": "f", "exampleConfig": { "k": "v" } }, "env": { "A": "b" } }""";

    private const string Catalog = """{ "registry": { "a": { "image": "i:1", "secrets": [{ "name": "s", "env": "S" }], "env": [{ "name": "E", "value": "v" }], "oauth": { "providers": [{ "secret": "x" }] }, "config": [{ "properties": { "p": {} } }], "tools": [{ "name": "t", "container": { "image": "c", "volumes": ["/:/h"] } }], "metadata": { "license": "MIT" }, "allowHosts": ["h"] } } }""";

    private const string Nuspec = """<package><metadata><id>a</id><version>1</version><packageTypes><packageType name="McpServer"/></packageTypes><dependencies><group><dependency id="b" version="1"/></group></dependencies></metadata></package>""";

    public static TheoryData<string, string> Fixtures => new()
    {
        { "manifest.json", BundleManifestTests.Full },
        { "registry.json", ToolHiveTests.Registry },
        { "server.yaml", DockerTests.Entry },
        { "capgate.json", Capgate },
        { "package.json", Npm },
        { "smithery.yaml", Smithery },
        { "catalog.json", Catalog },
        { "gateway.json", GatewaySamples.Whole },
        { "audit.json", $"[{GatewaySamples.Event}]" },
        { "a.nuspec", Nuspec },
        { "pyproject.toml", "[project]\nname = \"a\"\ndependencies = [\"mcp>=1\"]\nlicense = { text = \"MIT\" }\n[tool.poetry.dependencies]\na = { git = \"u\" }\n" },
    };

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Every_value_may_be_of_any_type(string path, string text)
    {
        var nodes = new List<DataNode>();
        Collect(Recognised.Of(path, text).Document.Root!, nodes);

        foreach (var node in nodes)
        {
            foreach (var other in (string[])["5", "null", "\"x\"", "{}", "[[1, null]]", "{\"a\": {\"b\": [\"c\"]}}"])
            {
                var read = Recognised.Of(path, text[..node.Span.Start] + other + text[node.Span.End..]);
                foreach (var draft in read.Model is null ? [] : read.Subjects)
                {
                    draft.LocalId.ShouldNotBeNullOrEmpty();
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Every_value_may_be_missing(string path, string text)
    {
        for (var length = 0; length < text.Length; length += 7)
        {
            Should.NotThrow(() => Recognised.Of(path, text[..length]));
        }
    }

    [Fact]
    public void All_that_a_bundle_says_reaches_a_field() =>
        Lost(Recognised.Of("manifest.json", BundleManifestTests.Full)).ShouldBe(["0.3", "git"]);

    [Fact]
    public void All_that_a_Docker_entry_says_reaches_a_field() =>
        Lost(Recognised.Of("server.yaml", DockerTests.Entry)).ShouldBe(["server", "object"]);

    [Fact]
    public void All_that_a_ToolHive_registry_says_reaches_a_field() =>
        Lost(Recognised.Of("registry.json", ToolHiveTests.Registry)).ShouldBe(["1.0.0", "draw", "pair"]);

    [Fact]
    public void All_that_a_capability_manifest_says_reaches_a_field() => Lost(Recognised.Of("capgate.json", Capgate)).ShouldBeEmpty();

    [Fact]
    public void All_that_a_gateway_says_reaches_a_field() => Lost(Recognised.Of("gateway.json", GatewaySamples.Whole)).ShouldBeEmpty();

    [Fact]
    public void All_that_an_audit_event_says_reaches_a_field() => Lost(Recognised.Of("audit.json", GatewaySamples.Event)).ShouldBeEmpty();

    [Fact]
    public void Ten_thousand_tools_are_read_in_one_pass()
    {
        var text = new StringBuilder("""{ "manifest_version": "0.3", "name": "n", "version": "1", "server": { "type": "node", "entry_point": "a.js" }, "tools": [""");
        for (var i = 0; i < 10_000; i++)
        {
            text.Append(i == 0 ? "" : ",").Append("{\"name\":\"t").Append(i).Append("\",\"description\":\"Does ").Append(i).Append("\"}");
        }

        text.Append("], \"_meta\": {\"com.microsoft.windows\": {\"static_responses\": {\"tools/list\": {\"tools\": [");
        for (var i = 0; i < 10_000; i += 2)
        {
            text.Append(i == 0 ? "" : ",").Append("{\"name\":\"t").Append(i).Append("\",\"description\":\"Answers\"}");
        }

        var watch = Stopwatch.StartNew();
        var read = Recognised.Of("manifest.json", text.Append("]}}}}").ToString());

        read.LocalIds(SubjectKind.Tool).Length.ShouldBe(10_000);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Aliases_neither_loop_nor_multiply()
    {
        var text = new StringBuilder("name: a\ntype: server\nimage: i\nabout: &a { title: t, next: *a }\nb0: &b0 [x]\n");
        for (var i = 1; i < 40; i++)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"b{i}: &b{i} [*b{i - 1}, *b{i - 1}]");
        }

        var watch = Stopwatch.StartNew();
        var read = Recognised.Of("server.yaml", text.ToString());

        read.Model.Kind.ShouldBe("docker-registry-entry");
        read.Document.Notices.Concat(read.Model.Notices).ShouldContain(n => n.Severity == NoticeSeverity.Error);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void Recognisers_come_in_an_order_that_no_other_claims_their_files() =>
        All.Recognisers.Select(r => r.Kind).Distinct().Count().ShouldBe(All.Recognisers.Length);

    private static void Collect(DataNode node, List<DataNode> nodes)
    {
        nodes.Add(node);
        foreach (var item in node.Items)
        {
            Collect(item, nodes);
        }

        foreach (var member in node.Members)
        {
            Collect(member.Value, nodes);
        }
    }

    /// <summary>Strings of the document that lie in no entry's span.</summary>
    private static string[] Lost(Recognised read)
    {
        var nodes = new List<DataNode>();
        Collect(read.Document.Root!, nodes);
        var seen = read.Model.Servers.SelectMany(s => s.Entries).Concat(read.Subjects.SelectMany(s => s.Entries)).Select(e => e.Node).Where(n => n is ScalarNode).Select(n => n.Span).ToArray();
        return nodes.Where(n => n.AsString() is not null && !seen.Any(span => n.Span.OverlapsWith(span))).Select(n => n.AsString()!).ToArray();
    }
}
