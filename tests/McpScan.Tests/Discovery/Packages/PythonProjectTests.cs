using McpScan.Modeling;
using McpScan.Tests.Discovery.Manifests;

namespace McpScan.Tests.Discovery.Packages;

public sealed class PythonProjectTests
{
    [Fact]
    public void A_standard_project_lists_programs_requirements_and_indexes()
    {
        var read = Recognised.Of("pyproject.toml", """
            [build-system]
            requires = ["hatchling>=1.2"]
            build-backend = "hatchling.build"

            [project]
            name = "Tide_Tables"
            version = "0.9"
            description = "Tides"
            license = { text = "MIT" }
            keywords = ["sea"]
            dependencies = [
              "mcp[cli]>=1.9,<2 ; python_version > '3.9'",
              "left @ git+https://git.example/left.git@main",
              "right",
            ]

            [project.optional-dependencies]
            charts = ["plot==1.0"]

            [project.scripts]
            tides = "tide_tables:main"

            [project.urls]
            Repository = "https://git.example/tides"

            [[tool.uv.index]]
            url = "https://index.example/simple"

            [tool.uv.sources]
            right = { git = "https://git.example/right.git" }
            """);

        read.Document.Notices.ShouldBeEmpty();
        read.Model.Kind.ShouldBe("python-project");
        read.Server.Scope.ShouldBe(FragmentScope.Folder);
        read.Server.Identities.ShouldBe(["pypi:tide-tables"]);
        const string Package = "package:pypi:Tide_Tables";
        read.Written(Package, PackageFields.Version).ShouldBe("\"0.9\"");
        read.Written(Package, PackageFields.License).ShouldBe("\"MIT\"");
        read.Written(Package, PackageFields.Dependency, "mcp").ShouldBe(">=1.9,<2");
        read.Written(Package, PackageFields.Dependency, "left").ShouldBe("git+https://git.example/left.git@main");
        read.Values(Package, PackageFields.Dependency, "right").ShouldBe([""]);
        read.Written(Package, PackageFields.Dependency, "plot").ShouldBe("==1.0");
        read.Written(Package, PackageFields.Dependency, "hatchling").ShouldBe(">=1.2");
        read.Written(Package, PackageFields.Executable, "tides").ShouldBe("\"tide_tables:main\"");
        read.Written(Package, PackageFields.RepositoryUrl).ShouldBe("\"https://git.example/tides\"");
        read.Values(Package, PackageFields.DependencySource).ShouldBe(
            ["git+https://git.example/left.git@main", "https://index.example/simple", "https://git.example/right.git"]);
    }

    [Fact]
    public void A_Poetry_project_has_its_own_tables()
    {
        var read = Recognised.Of("pyproject.toml", """
            [tool.poetry]
            name = "tides"
            version = "1.0.0"
            license = "MIT"
            repository = "https://git.example/tides"

            [tool.poetry.dependencies]
            python = "^3.11"
            fastmcp = "^2"
            left = { git = "https://git.example/left.git", rev = "abc" }
            right = [{ version = "1", platform = "linux" }, { version = "2", platform = "darwin" }]

            [tool.poetry.group.dev.dependencies]
            pytest = "*"

            [tool.poetry.scripts]
            tides = "tides:main"

            [[tool.poetry.source]]
            name = "house"
            url = "https://index.example/simple"
            """);

        read.Document.Notices.ShouldBeEmpty();
        read.Server.Scope.ShouldBe(FragmentScope.Folder);
        const string Package = "package:pypi:tides";
        read.Written(Package, PackageFields.Dependency, "fastmcp").ShouldBe("\"^2\"");
        read.Values(Package, PackageFields.Dependency, "right").ShouldBe(["1", "2"]);
        read.Values(Package, PackageFields.Dependency, "python").ShouldBeEmpty();
        read.Values(Package, PackageFields.Dependency, "pytest").ShouldBeEmpty();
        read.Values(Package, PackageFields.DependencySource).ShouldBe(["https://git.example/left.git", "https://index.example/simple"]);
        read.Written(Package, PackageFields.RepositoryUrl).ShouldBe("\"https://git.example/tides\"");
    }

    [Fact]
    public void Another_project_only_adds_to_a_server() =>
        Recognised.Of("pyproject.toml", "[project]\nname = \"site\"\ndependencies = [\"django\"]\n").Server.Scope.ShouldBe(FragmentScope.Supplement);
}
