using McpScan.Modeling;
using McpScan.Tests.Discovery.Manifests;

namespace McpScan.Tests.Discovery.Packages;

public sealed class NpmPackageTests
{
    [Fact]
    public void A_package_of_a_server_describes_its_folder()
    {
        var read = Recognised.Of("pkg/package.json", """
            {
              "name": "@harbour/tides", "version": "0.3.1", "mcpName": "io.github.harbour/tides", "description": "Tides for models",
              "license": { "type": "MIT" }, "repository": { "type": "git", "url": "git+https://git.example/tides.git" },
              "bin": "./cli.js",
              "scripts": { "postinstall": "node setup.js", "test": "node --test" },
              "dependencies": { "zod": "^3.0.0", "left": "git+https://git.example/left.git" },
              "optionalDependencies": { "fsevents": "*" },
              "devDependencies": { "typescript": "^5" },
              "publishConfig": { "registry": "https://npm.harbour.example" }
            }
            """);

        read.Model.Kind.ShouldBe("npm-package");
        read.Server.Scope.ShouldBe(FragmentScope.Folder);
        read.Server.Name.Raw.ShouldBe("@harbour/tides");
        read.Server.Version.Raw.ShouldBe("0.3.1");
        read.Server.Identities.ShouldBe(["npm:@harbour/tides", "registry:io.github.harbour/tides"]);
        const string Package = "package:npm:@harbour/tides";
        read.Values(Package, PackageFields.Ecosystem).ShouldBe(["npm"]);
        read.Written(Package, PackageFields.Name).ShouldBe("\"@harbour/tides\"");
        read.Written(Package, PackageFields.License).ShouldBe("\"MIT\"");
        read.Written(Package, PackageFields.RepositoryUrl).ShouldBe("\"git+https://git.example/tides.git\"");
        read.Written(Package, PackageFields.Script, "postinstall").ShouldBe("\"node setup.js\"");
        read.Written(Package, PackageFields.Dependency, "left").ShouldBe("\"git+https://git.example/left.git\"");
        read.Written(Package, PackageFields.Dependency, "fsevents").ShouldBe("\"*\"");
        read.Values(Package, PackageFields.Dependency, "typescript").ShouldBeEmpty();
        read.Values(Package, PackageFields.Executable, "@harbour/tides").ShouldBe(["./cli.js"]);
        read.Written(Package, PackageFields.Source).ShouldBe("\"https://npm.harbour.example\"");
    }

    [Theory]
    [InlineData("""{ "name": "a", "devDependencies": { "@modelcontextprotocol/sdk": "^1" } }""")]
    [InlineData("""{ "name": "a", "dependencies": { "fastmcp": "1.0.0" } }""")]
    [InlineData("""{ "name": "weather-mcp" }""")]
    [InlineData("""{ "name": "a", "keywords": ["weather", "mcp"] }""")]
    [InlineData("""{ "name": "a", "bin": { "mcp-a": "a.js" } }""")]
    [InlineData("""{ "name": "a", "mcpName": "x/y" }""")]
    public void A_trace_of_MCP_makes_it_a_server(string text) => Recognised.Of("package.json", text).Server.Scope.ShouldBe(FragmentScope.Folder);

    [Theory]
    [InlineData("""{ "name": "website", "dependencies": { "react": "^19" } }""")]
    [InlineData("""{ "name": "simcpu" }""")]
    [InlineData("{}")]
    public void Without_one_it_only_adds_to_a_server(string text) => Recognised.Of("package.json", text).Server.Scope.ShouldBe(FragmentScope.Supplement);

    [Theory]
    [InlineData("mcp", true)]
    [InlineData("MCP-server", true)]
    [InlineData("my_mcp_tool", true)]
    [InlineData("fastmcp", true)]
    [InlineData("Model Context Protocol", true)]
    [InlineData("simcpu", false)]
    [InlineData("", false)]
    public void A_name_says_MCP(string name, bool expected) => PackageTraces.SaysMcp(name).ShouldBe(expected);

    [Theory]
    [InlineData("pypi", "Fast__MCP.Server", "pypi:fast-mcp-server")]
    [InlineData("nuget", "Contoso.Mcp", "nuget:contoso.mcp")]
    [InlineData("oci", "host:5000/a/b", "oci:host:5000/a/b")]
    [InlineData("oci", "a/b:1@sha256:00", "oci:a/b")]
    [InlineData("npm", "@A/b", "npm:@A/b")]
    public void Names_of_one_package_have_one_identity(string ecosystem, string name, string expected) => PackageIdentity.Of(ecosystem, name).ShouldBe(expected);
}
