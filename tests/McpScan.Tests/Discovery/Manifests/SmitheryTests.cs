using McpScan.Modeling;

namespace McpScan.Tests.Discovery.Manifests;

public sealed class SmitheryTests
{
    [Fact]
    public void An_old_file_starts_the_server_by_a_function()
    {
        var read = Recognised.Of("smithery.yaml", """
            startCommand:
              type: stdio
              configSchema:
                type: object
                description: Settings.
                required: [apiKey]
                properties:
                  apiKey:
                    type: string
                    format: password
                    description: Your key
                  port: { type: number, default: 80 }
              commandFunction: |-
                (config) => ({ command: 'node', args: ['dist/index.js'] })
              exampleConfig:
                apiKey: k-123
                extra: shown
            """);

        read.Model.Kind.ShouldBe("smithery");
        read.Server.Scope.ShouldBe(FragmentScope.Folder);
        read.Values("launch:smithery", LaunchFields.Script).ShouldBe(["(config) => ({ command: 'node', args: ['dist/index.js'] })"]);
        read.Written("launch:smithery", LaunchFields.Transport).ShouldBe("stdio");
        read.LocalIds(SubjectKind.Input).ShouldBe(["input:apiKey", "input:port", "input:extra"]);
        read.Written("input:apiKey", InputFields.Placeholder).ShouldBe("k-123");
        read.Values("input:apiKey", InputFields.Secret).ShouldBe(["true"]);
        read.Values("input:apiKey", InputFields.Required).ShouldBe(["true"]);
        read.Written("input:port", InputFields.Default).ShouldBe("80");
        read.Values("input:extra", InputFields.Value).ShouldBe(["shown"]);
        read.Values(ServerFields.Other).ShouldBe(["Settings."]);
    }

    [Fact]
    public void A_new_file_names_a_runtime_and_an_environment()
    {
        var read = Recognised.Of("a/smithery.yaml", """
            runtime: container
            build: { dockerfile: deploy/Dockerfile, dockerBuildPath: . }
            startCommand: { type: http, configSchema: { type: object, properties: { zone: { type: string } } } }
            env: { NODE_ENV: production }
            """);

        read.Values("launch:smithery", LaunchFields.Other).ShouldBe(["container", "dockerfile", "deploy/Dockerfile", "dockerBuildPath", "."]);
        read.Written("launch:smithery", LaunchFields.Transport).ShouldBe("http");
        read.LocalIds(SubjectKind.Input).ShouldBe(["input:zone"]);
        read.Find("launch:smithery").Anchor.Source.ToString(read.Find("launch:smithery").Anchor.Span).ShouldBe("startCommand");
    }

    [Fact]
    public void Schema_and_function_may_stand_beside_the_start_command()
    {
        var read = Recognised.Of("smithery.yaml", "name: \"@a/b\"\nstartCommand: { type: stdio }\nconfigSchema: { properties: { key: {} } }\ncommandFunction: (c) => 1\n");

        read.Server.Name.Raw.ShouldBe("@a/b");
        read.Written("launch:smithery", LaunchFields.Script).ShouldBe("(c) => 1");
        read.LocalIds(SubjectKind.Input).ShouldBe(["input:key"]);
    }

    [Fact]
    public void A_runtime_alone_is_enough() => Recognised.Of("smithery.yaml", "runtime: typescript\n").LocalIds(SubjectKind.Launch).ShouldBe(["launch:smithery"]);
}
