using McpScan.Modeling;
using McpScan.Tests.Modeling;

namespace McpScan.Tests.Discovery;

public class RegistryTests
{
    private const string Camel = """
        {"$schema":"https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json","name":"io.github.a/weather","title":"Weather","description":"Weather.","version":"1.0.2",
         "websiteUrl":"https://w.example","repository":{"url":"https://github.com/a/weather","source":"github","subfolder":"src"},
         "packages":[{"registryType":"npm","registryBaseUrl":"https://r.example","identifier":"@a/weather","version":"1.0.2","fileSha256":"abc","runtimeHint":"npx",
           "transport":{"type":"stdio"},
           "runtimeArguments":[{"type":"positional","value":"-y"},{"type":"named","name":"--registry","value":"https://x.example"}],
           "packageArguments":[{"type":"positional","valueHint":"dir","description":"Folder.","format":"filepath","isRequired":true}],
           "environmentVariables":[{"name":"API_KEY","description":"Key.","isSecret":true,"isRequired":true,"default":"none","choices":["x"]}]}],
         "remotes":[{"type":"streamable-http","url":"https://{tenant}.w.example/mcp","headers":[{"name":"Authorization","value":"Bearer {token}","isSecret":true,"variables":{"token":{"isSecret":true}}}],
           "variables":{"tenant":{"default":"eu"}}}],
         "_meta":{"io.modelcontextprotocol.registry/publisher-provided":{"k":"v"}},"x-else":"other"}
        """;

    private const string Snake = """
        {"$schema":"https://static.modelcontextprotocol.io/schemas/2025-07-09/server.schema.json","name":"io.github.a/weather","description":"Weather.","version":"1.0.2","status":"deprecated",
         "website_url":"https://w.example","repository":{"url":"https://github.com/a/weather","source":"github"},
         "packages":[{"registry_type":"npm","registry_base_url":"https://r.example","identifier":"@a/weather","version":"1.0.2","file_sha256":"abc","runtime_hint":"npx",
           "transport":{"type":"stdio"},
           "runtime_arguments":[{"type":"positional","value":"-y"},{"type":"named","name":"--registry","value":"https://x.example"}],
           "package_arguments":[{"type":"positional","value_hint":"dir","description":"Folder.","format":"filepath","is_required":true}],
           "environment_variables":[{"name":"API_KEY","description":"Key.","is_secret":true,"is_required":true,"default":"none","choices":["x"]}]}]}
        """;

    [Theory]
    [InlineData(Camel)]
    [InlineData(Snake)]
    public void EverySchemaVersionGivesTheSameFields(string text)
    {
        var server = Take.Server("weather/server.json", text);

        server.Id.ShouldBe("weather");
        server.Name.Raw.ShouldBe("io.github.a/weather");
        server.Version.Raw.ShouldBe("1.0.2");
        server.Self.Values(ServerFields.RepositoryUrl).ShouldHaveSingleItem().ShouldEndWith("https://github.com/a/weather");
        server.Self.Values(ServerFields.WebsiteUrl).ShouldBe(["https://w.example"]);
        var package = server.Of(SubjectKind.Package).ShouldHaveSingleItem();
        package.Id.ShouldBe("server:weather/package:@a/weather");
        package.Values(PackageFields.Ecosystem).ShouldBe(["npm"]);
        package.Values(PackageFields.Digest).ShouldBe(["abc"]);
        package.Values(PackageFields.Source).ShouldBe(["https://r.example"]);
        package.Values(PackageFields.RuntimeHint).ShouldBe(["npx"]);
        package.Select(PackageFields.RuntimeArgument).Select(e => e.Node.ToString()).ShouldBe(["-y", "--registry", "https://x.example"]);
        package.Values(PackageFields.PackageArgument).ShouldBe(["dir"]);
        package.Values(PackageFields.Transport).ShouldBe(["stdio"]);
        var key = server.Of(SubjectKind.Input).Single(i => i.Name.Raw == "API_KEY");
        key.Values(InputFields.Secret).ShouldBe(["true"]);
        key.Values(InputFields.Required).ShouldBe(["true"]);
        key.Values(InputFields.Default).ShouldBe(["none"]);
        key.Values(InputFields.Choice).ShouldBe(["x"]);
        key.Select(InputFields.Role).ShouldHaveSingleItem().Key!.Value.ShouldBe("env");
        server.Of(SubjectKind.Input).Select(i => i.Name.Raw).ShouldContain("dir");
    }

    [Fact]
    public void RemotesHaveHeadersAndVariables()
    {
        var server = Take.Server("server.json", Camel);

        var remote = server.Of(SubjectKind.Remote).ShouldHaveSingleItem();
        remote.Values(RemoteFields.Url).ShouldBe(["https://{tenant}.w.example/mcp"]);
        remote.Values(RemoteFields.Header).ShouldBe(["Authorization=Bearer {token}"]);
        server.Of(SubjectKind.Input).Select(i => i.Name.Raw).ShouldBe(["-y", "--registry", "dir", "API_KEY", "Authorization", "token", "tenant"], ignoreOrder: true);
        server.Self.Values(ServerFields.Other).ShouldContain("other");
        server.Self.Values(ServerFields.Meta).ShouldContain(v => v.EndsWith("=v", StringComparison.Ordinal));
    }

    [Fact]
    public void ARegistryAnswerIsAServerForEachEntry()
    {
        var inventory = Take.Inventory(("dump.json", $$$"""
            {"servers":[{"server":{{{Camel}}},"_meta":{"io.modelcontextprotocol.registry/official":{"status":"deleted","isLatest":true} } },{"server":{{{Camel}}}},7],"metadata":{"count":2,"nextCursor":"x"}}
            """));

        inventory.Servers.Select(s => s.Id).ShouldBe(["dump.json#io.github.a/weather", "dump.json#io.github.a/weather~2"]);
        inventory.Servers[0].Self.Select(ServerFields.Status).ShouldHaveSingleItem().Node.ToString().ShouldBe("deleted");
        inventory.Notices.Length.ShouldBe(2);
        inventory.Inputs.ShouldHaveSingleItem().Kind.ShouldBe("registry-list");
    }

    [Fact]
    public void CardsAreRead()
    {
        var card = Take.Inventory(("server-card.json", """
            {"$schema":"https://static.modelcontextprotocol.io/schemas/v1/server-card.schema.json","name":"com.example/w","version":"1","description":"d","remotes":[{"type":"sse","url":"https://w.example/sse","supportedProtocolVersions":["2026-07-28"]}]}
            """));
        card.Inputs.ShouldHaveSingleItem().Kind.ShouldBe("server-card");
        card.Servers.ShouldHaveSingleItem().Self.Values(ServerFields.ProtocolVersion).ShouldBe(["2026-07-28"]);

        var old = Take.Server("site/.well-known/mcp.json", """
            {"version":"1.0","protocolVersion":"2025-06-18","serverInfo":{"name":"w","version":"2"},"transport":{"type":"streamable-http","endpoint":"/mcp"},"prompts":["dynamic"],
             "tools":[{"name":"t","description":"d"}]}
            """);
        old.Id.ShouldBe("site");
        old.Tools.ShouldHaveSingleItem().Name.Raw.ShouldBe("t");
        old.Of(SubjectKind.Remote).ShouldHaveSingleItem().Values(RemoteFields.Url).ShouldBe(["/mcp"]);
    }
}
