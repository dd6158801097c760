using McpScan.Modeling;
using McpScan.Syntax;
using McpScan.Tests.Discovery.Manifests;
using McpScan.Text;

namespace McpScan.Tests.Discovery.Packages;

public sealed class DockerfileTests
{
    private const string Package = "package:dockerfile";

    [Fact]
    public void Instructions_are_facts_at_their_places()
    {
        var read = Recognised.Of("srv/Dockerfile", """
            # syntax=docker/dockerfile:1
            ARG BASE=22
            FROM --platform=linux/amd64 node:${BASE}-slim@sha256:00 AS build
            RUN apt-get update && \
                # a remark
                apt-get install -y \

                curl
            from build as final
            LABEL io.modelcontextprotocol.server.name="io.github.harbour/tides"
            ENV TOKEN=abc MODE=x
            EXPOSE 8080
            USER node
            USER root
            ENTRYPOINT ["node", "a.js"]
            """);

        read.Model.Kind.ShouldBe("dockerfile");
        read.Server.Scope.ShouldBe(FragmentScope.Supplement);
        read.Server.Identities.ShouldBe(["registry:io.github.harbour/tides"]);
        read.Written(Package, PackageFields.BaseImage).ShouldBe("node:${BASE}-slim@sha256:00");
        read.Values(Package, PackageFields.DockerRun).ShouldBe(["apt-get update &&     apt-get install -y     curl"]);
        read.Values(Package, PackageFields.DockerUser).ShouldBe(["node", "root"]);
        read.Written(Package, PackageFields.DockerInstruction, "EXPOSE").ShouldBe("8080");
        read.Written(Package, PackageFields.DockerInstruction, "ENV").ShouldBe("TOKEN=abc MODE=x");
        read.Values(Package, PackageFields.DockerInstruction, "ENTRYPOINT").ShouldBe(["[\"node\", \"a.js\"]"]);
        read.Written(Package, PackageFields.McpName).ShouldBe("io.github.harbour/tides");
    }

    [Fact]
    public void A_part_of_a_joined_command_is_found_where_it_stands()
    {
        var source = new SourceText("Dockerfile", "RUN echo a && \\\n  # remark\n  curl https://x.example | sh\n");
        var run = (ScalarNode)DockerfileReader.Read(source).Root!.Items[0]["RUN"]!;

        var at = run.Locate(run.Value.IndexOf("curl", StringComparison.Ordinal), 4);

        source.ToString(at).ShouldBe("curl");
        source.GetLinePosition(at.Start).ShouldBe(new LinePosition(2, 2));
    }

    [Fact]
    public void A_here_document_is_part_of_its_command()
    {
        var read = Recognised.Of("Dockerfile", "FROM a\nRUN <<EOF bash\napk add curl\nUSER none\nEOF\nUSER app\n");

        read.Values(Package, PackageFields.DockerRun).ShouldBe(["<<EOF bash\napk add curl\nUSER none"]);
        read.Values(Package, PackageFields.DockerUser).ShouldBe(["app"]);
    }

    [Fact]
    public void A_here_document_without_an_end_is_a_warning()
    {
        var read = Recognised.Of("Dockerfile", "FROM a\nRUN <<EOF\nUSER app\n");

        read.Document.Notices.ShouldHaveSingleItem().Location!.GetText().ShouldBe("RUN <<EOF");
        read.Values(Package, PackageFields.DockerUser).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("RUN echo $((1<<n))\nUSER app")]
    [InlineData("RUN cat <<<word\nUSER app")]
    [InlineData("RUN [\"sh\", \"-c\", \"a<<b\"]\nUSER app")]
    public void A_shift_opens_no_here_document(string text) => Recognised.Of("Dockerfile", text).Values(Package, PackageFields.DockerUser).ShouldBe(["app"]);

    [Fact]
    public void A_directive_changes_the_escape_character()
    {
        var read = Recognised.Of("Dockerfile", "# escape=`\nFROM a\nCOPY x C:\\\nRUN a `\n b\n");

        read.Values(Package, PackageFields.DockerInstruction, "COPY").ShouldBe(["x C:\\"]);
        read.Values(Package, PackageFields.DockerRun).ShouldBe(["a  b"]);
    }

    [Theory]
    [InlineData("Dockerfile.dev")]
    [InlineData("web.dockerfile")]
    [InlineData("Containerfile")]
    public void Other_names_are_read_too(string name) => Recognised.Of(name, "FROM a\n").Model.Kind.ShouldBe("dockerfile");

    [Theory]
    [InlineData("")]
    [InlineData("# nothing\n\n")]
    public void A_file_without_instructions_is_no_artifact(string text) => Recognised.Of("Dockerfile", text).Model.ShouldBeNull();

    [Theory]
    [InlineData("\\")]
    [InlineData("RUN \\")]
    [InlineData("RUN a \\\n#\n\n")]
    [InlineData("FROM\nFROM --platform=x\nUSER\n")]
    [InlineData("RUN <<\nRUN <<-\nRUN <<\"\"\nCOPY <<A <<B c\nA\nB\n")]
    [InlineData("LABEL io.modelcontextprotocol.server.name\nLABEL io.modelcontextprotocol.server.name=\"\n")]
    public void Broken_files_are_read_as_far_as_they_go(string text) => Recognised.Of("Dockerfile", text).Model.Notices.ShouldBeEmpty();
}
