using McpScan.Modeling;
using McpScan.Text;

namespace McpScan.Tests.Discovery.Manifests;

public sealed class DockerTests
{
    internal const string Entry = """
        name: ledger
        image: mcp/ledger:2.1
        type: server
        meta:
          category: finance
          tags: [books, money]
        about:
          title: Ledger
          description: |
            Keeps books.
            And balances them.
          icon: https://ledger.example/i.svg
        source:
          project: https://git.example/ledger
          branch: main
          commit: 0123456789abcdef0123456789abcdef01234567
        run:
          command: ["--root", "{{ledger.root|volume-target}}"]
          volumes:
            - "{{ledger.root|volume|into}}"
            - /var/run/docker.sock:/var/run/docker.sock
            - C:\books:/books:ro
          user: "0:0"
          env:
            MODE: strict
          allowHosts: [api.ledger.example:443]
          disableNetwork: true
        config:
          description: Needs a key.
          secrets:
            - name: ledger.key
              env: LEDGER_KEY
              example: lk-abc
              description: The key
          env:
            - name: LEDGER_REGION
              value: "{{ledger.region}}"
              example: eu
          parameters:
            type: object
            properties:
              root: { type: string, description: Where books lie, default: /books }
            required: [root]
        oauth:
          - provider: ledger
            secret: ledger.token
            env: LEDGER_TOKEN
        tools:
          - name: post
            description: Posts an entry.
            parameters:
              type: object
              properties:
                amount: { type: number, description: How much }
            container:
              image: mcp/post@sha256:aa11
              command: [post]
        """;

    [Fact]
    public void A_registry_entry_describes_the_server_of_its_folder()
    {
        var read = Recognised.Of("servers/ledger/server.yaml", Entry);

        read.Document.Notices.ShouldBeEmpty();
        read.Model.Kind.ShouldBe("docker-registry-entry");
        read.Model.Notices.ShouldBeEmpty();
        read.Server.Scope.ShouldBe(FragmentScope.Folder);
        read.Server.Name.Raw.ShouldBe("ledger");
        read.Server.Identities.ShouldBe(["oci:mcp/ledger"]);
        read.Values(ServerFields.Description).ShouldBe(["Keeps books.\nAnd balances them.\n"]);
        read.Written(ServerFields.Title).ShouldBe("Ledger");
        read.Values(ServerFields.Other).ShouldContain("Needs a key.");
    }

    [Fact]
    public void Its_image_is_a_package_with_the_commit_it_is_built_from()
    {
        var read = Recognised.Of("server.yaml", Entry);

        read.Written("package:oci:mcp/ledger", PackageFields.Name).ShouldBe("mcp/ledger");
        read.Written("package:oci:mcp/ledger", PackageFields.Version).ShouldBe("2.1");
        read.Values("package:oci:mcp/ledger", PackageFields.Ecosystem).ShouldBe(["oci"]);
        read.Written("package:oci:mcp/ledger", PackageFields.RepositoryUrl).ShouldBe("https://git.example/ledger");
        read.Written("package:oci:mcp/ledger", PackageFields.RepositoryCommit).ShouldBe("0123456789abcdef0123456789abcdef01234567");
    }

    [Fact]
    public void Its_run_options_are_a_launch()
    {
        var read = Recognised.Of("server.yaml", Entry);

        read.Written("launch:ledger", LaunchFields.Image).ShouldBe("mcp/ledger:2.1");
        read.Written("launch:ledger", LaunchFields.ImageTag).ShouldBe("2.1");
        read.Values("launch:ledger", LaunchFields.Mount).ShouldBe(["{{ledger.root|volume|into}}", "/var/run/docker.sock", "C:\\books"]);
        read.Values("launch:ledger", LaunchFields.MountOptions).ShouldContain("C:\\books:/books:ro");
        read.Written("launch:ledger", LaunchFields.LauncherFlag, "--user").ShouldBe("\"0:0\"");
        read.Values("launch:ledger", LaunchFields.LauncherFlag, "--network").ShouldBe(["none"]);
        read.Written("launch:ledger", LaunchFields.LauncherFlag, "--network").ShouldBe("true");
        read.Written("permissions:ledger", PermissionsFields.AllowHost).ShouldBe("api.ledger.example:443");
    }

    [Fact]
    public void What_must_be_given_is_an_input()
    {
        var read = Recognised.Of("server.yaml", Entry);

        read.LocalIds(SubjectKind.Input).ShouldBe(["input:ledger.key", "input:LEDGER_REGION", "input:root", "input:ledger.token"]);
        read.Values("input:ledger.key", InputFields.Role, "env").ShouldBe(["LEDGER_KEY"]);
        read.Values("input:ledger.key", InputFields.Secret).ShouldBe(["true"]);
        read.Written("input:ledger.key", InputFields.Secret).ShouldBe("secrets");
        read.Written("input:ledger.key", InputFields.Placeholder).ShouldBe("lk-abc");
        read.Values("input:LEDGER_REGION", InputFields.Secret).ShouldBeEmpty();
        read.Written("input:root", InputFields.Default).ShouldBe("/books");
        read.Written("input:root", InputFields.Required).ShouldBe("root");
        read.Values("input:ledger.token", InputFields.Secret).ShouldBe(["true"]);
    }

    [Fact]
    public void A_tool_in_a_container_is_a_tool_and_a_launch()
    {
        var read = Recognised.Of("server.yaml", Entry);

        read.Written("tool:post", ToolFields.ParameterDescription, "amount").ShouldBe("How much");
        read.Written("launch:post", LaunchFields.ImageDigest).ShouldBe("sha256:aa11");
    }

    [Fact]
    public void A_remote_entry_has_an_endpoint_and_no_launch()
    {
        var read = Recognised.Of("server.yaml", """
            name: far
            type: remote
            about: { title: Far }
            remote:
              transport_type: streamable-http
              url: https://far.example/mcp
              headers:
                X-Key: ${FAR_KEY}
            """);

        read.Written("remote:far", RemoteFields.Url).ShouldBe("https://far.example/mcp");
        read.Written("remote:far", RemoteFields.Header, "X-Key").ShouldBe("${FAR_KEY}");
        read.LocalIds(SubjectKind.Launch).ShouldBeEmpty();
    }

    [Fact]
    public void Every_catalog_entry_is_a_server_of_its_own()
    {
        var read = Recognised.Of("catalog.yaml", """
            version: 2
            name: house
            displayName: House catalog
            registry:
              clock:
                title: Clock
                description: Tells the time.
                type: server
                image: mcp/clock@sha256:bb22
                secrets: [{ name: clock.key, env: CLOCK_KEY }]
                env: [{ name: ZONE, value: UTC }]
                command: [--zone, UTC]
                volumes: ["/etc/localtime:/etc/localtime:ro"]
                allowHosts: [time.example:123]
                tools: [{ name: now, description: The time., arguments: [{ name: zone, type: string, desc: Which zone }] }]
                metadata: { license: MIT, owner: clockmakers, tags: [community] }
              far:
                type: remote
                remote: { url: "https://far.example/mcp", transport_type: sse }
                oauth: { providers: [{ provider: far, secret: far.token, env: FAR_TOKEN }], scopes: [read] }
                surprise: { hidden: text }
              broken: 5
            """);

        read.Model.Kind.ShouldBe("docker-catalog");
        read.Model.Servers.Select(s => s.EntryName).ShouldBe(["clock", "far"]);
        read.Model.Servers.ShouldAllBe(s => s.Scope == FragmentScope.Entry && !s.IsInstalledTogether);
        read.Values("tool:now", ToolFields.ParameterDescription, "zone").ShouldBe(["Which zone"]);
        read.Written("package:oci:mcp/clock", PackageFields.Digest).ShouldBe("sha256:bb22");
        read.Written("launch:clock", LaunchFields.Mount).ShouldBe("/etc/localtime");
        read.Written("remote:far", RemoteFields.OAuthScope).ShouldBe("read");
        read.Values("input:far.token", InputFields.Secret).ShouldBe(["true"]);
        read.Model.Servers[1].Entries.ShouldContain(e => e.Field == ServerFields.Other && e.Node.ToString() == "text");
        read.Model.Notices.ShouldHaveSingleItem().Severity.ShouldBe(NoticeSeverity.Error);
    }
}
