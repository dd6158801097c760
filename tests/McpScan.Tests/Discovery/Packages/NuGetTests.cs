using McpScan.Modeling;
using McpScan.Tests.Discovery.Manifests;

namespace McpScan.Tests.Discovery.Packages;

public sealed class NuGetTests
{
    [Fact]
    public void A_project_that_packs_a_server_describes_its_folder()
    {
        var read = Recognised.Of("src/Tides.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <PackAsTool>true</PackAsTool>
                <PackageType>McpServer</PackageType>
                <PackageId>Harbour.Tides</PackageId>
                <Version>1.2.3</Version>
                <Description>Tides &amp; charts</Description>
                <RepositoryUrl>https://git.example/tides</RepositoryUrl>
                <ToolCommandName>tides</ToolCommandName>
                <RestoreSources>https://feed.example/v3</RestoreSources>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="ModelContextProtocol" Version="0.4.0-preview.*" />
                <PackageReference Include="Central" />
                <PackageReference Include="Nested"><Version>[1.0,2.0)</Version></PackageReference>
              </ItemGroup>
              <Target Name="Fetch" BeforeTargets="Build"><Exec Command="curl https://x.example" /></Target>
            </Project>
            """);

        read.Document.Notices.ShouldBeEmpty();
        read.Model.Kind.ShouldBe("dotnet-project");
        read.Server.Scope.ShouldBe(FragmentScope.Folder);
        read.Server.Identities.ShouldBe(["nuget:harbour.tides"]);
        const string Package = "package:nuget:Harbour.Tides";
        read.Written(Package, PackageFields.Version).ShouldBe("1.2.3");
        read.Values(Package, PackageFields.Description).ShouldBe(["Tides & charts"]);
        read.Written(Package, PackageFields.Description).ShouldBe("Tides &amp; charts");
        read.Written(Package, PackageFields.Dependency, "ModelContextProtocol").ShouldBe("\"0.4.0-preview.*\"");
        read.Values(Package, PackageFields.Dependency, "Central").ShouldBe([""]);
        read.Values(Package, PackageFields.Dependency, "Nested").ShouldBe(["[1.0,2.0)"]);
        read.Written(Package, PackageFields.DependencySource).ShouldBe("https://feed.example/v3");
        read.Written(Package, PackageFields.Script, "Fetch").ShouldBe("\"curl https://x.example\"");
        read.Values(Package, PackageFields.Executable, "tides").ShouldBe(["tides"]);
        read.Values(Package, PackageFields.Other).ShouldBe(["true", "McpServer"]);
    }

    [Fact]
    public void A_project_without_a_package_id_goes_by_its_file_name()
    {
        var read = Recognised.Of("Web.Site.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><PackageId>$(X)</PackageId></PropertyGroup></Project>""");

        read.Server.Scope.ShouldBe(FragmentScope.Supplement);
        read.Server.Name.Raw.ShouldBe("Web.Site");
    }

    [Theory]
    [InlineData("<PropertyGroup><PackageTags>AI; MCP; server</PackageTags></PropertyGroup>", FragmentScope.Folder)]
    [InlineData("<ItemGroup><PackageReference Include=\"ModelContextProtocol.AspNetCore\" /></ItemGroup>", FragmentScope.Folder)]
    [InlineData("<PropertyGroup><PackAsTool>true</PackAsTool></PropertyGroup>", FragmentScope.Supplement)]
    public void A_trace_of_MCP_makes_a_project_a_server(string content, FragmentScope expected) =>
        Recognised.Of("App.csproj", $"<Project>{content}</Project>").Server.Scope.ShouldBe(expected);

    [Fact]
    public void A_nuspec_says_that_its_package_is_a_server()
    {
        var read = Recognised.Of("Tides.nuspec", """
            <?xml version="1.0" encoding="utf-8"?>
            <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
              <metadata>
                <id>Harbour.Tides</id>
                <version>2.0.0</version>
                <authors>Harbour</authors>
                <license type="expression">MIT</license>
                <repository type="git" url="https://git.example/tides" commit="abc123" />
                <packageTypes><packageType name="DotnetTool" /><packageType name="McpServer" /></packageTypes>
                <dependencies><group targetFramework="net10.0"><dependency id="Left" version="1.0.0" /></group><dependency id="Right" /></dependencies>
              </metadata>
            </package>
            """);

        read.Model.Kind.ShouldBe("nuspec");
        read.Server.Scope.ShouldBe(FragmentScope.Folder);
        const string Package = "package:nuget:Harbour.Tides";
        read.Written(Package, PackageFields.License).ShouldBe("MIT");
        read.Written(Package, PackageFields.RepositoryCommit).ShouldBe("\"abc123\"");
        read.Written(Package, PackageFields.Dependency, "Left").ShouldBe("\"1.0.0\"");
        read.Values(Package, PackageFields.Dependency, "Right").ShouldBe([""]);
        read.Values(Package, PackageFields.Other).ShouldContain("McpServer");
    }
}
