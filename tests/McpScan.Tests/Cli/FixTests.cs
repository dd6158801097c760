using System.Text;
using System.Text.Json;

namespace McpScan.Tests.Cli;

/// <summary><c>mcpscan audit --fix</c>: what is written, what is shown, and what is left alone.</summary>
public sealed class FixTests
{
    /// <summary>Made up, and joined from parts, so that it never stands whole in the repository.</summary>
    private static readonly string Key = "ghp" + "_" + "x7Kq2Wm9Zt4Rv6Yb1Nc8" + "Lp3Hs5Jd0Gf2Ka7e";

    private static readonly string Token = "q8Zr4" + "Lx2Vb9" + "Nt6Wm1" + "Kd7Pf3";

    public static TheoryData<string, string, string> Files => new()
    {
        {
            ".cursor/mcp.json",
            """
            {
              // The lab's container.
              "mcpServers": {
                "lab": {
                  "command": "docker",
                  "args": [
                    "run", "-i",
                    "--privileged", // needed once
                    "--network", "host",
                    // by the printer
                    "-p", "8080:80", /* the page */
                    "acme/lab-mcp:1.2",
                  ],
                  "env": { "A": "1", "LAB_TOKEN": "«KEY»", "NODE_TLS_REJECT_UNAUTHORIZED": "0" },
                  "autoApprove": ["*"],
                },
                "wiki": { "url": "http://wiki.acme.test/mcp", "headers": { "Authorization": "Bearer «TOKEN»", "X-Team": "lab" } },
              },
            }
            """,
            """
            {
              // The lab's container.
              "mcpServers": {
                "lab": {
                  "command": "docker",
                  "args": [
                    "run", "-i",
                    // by the printer
                    "-p", "127.0.0.1:8080:80", /* the page */
                    "acme/lab-mcp:1.2",
                  ],
                  "env": { "A": "1", "LAB_TOKEN": "${env:LAB_TOKEN}" },
                  "autoApprove": [],
                },
                "wiki": { "url": "https://wiki.acme.test/mcp", "headers": { "Authorization": "Bearer ${env:WIKI_TOKEN}", "X-Team": "lab" } },
              },
            }
            """
        },
        {
            ".vscode/mcp.json",
            """
            {
              "servers": {
                "lab": { "command": "/opt/lab", "args": ["--api-key", "«TOKEN»"], "env": { "LAB_TOKEN": "«KEY»" } }
              }
            }
            """,
            """
            {
              "inputs": [{ "type": "promptString", "id": "lab-api-key", "description": "lab-api-key", "password": true }, { "type": "promptString", "id": "lab-token", "description": "lab-token", "password": true }],
              "servers": {
                "lab": { "command": "/opt/lab", "args": ["--api-key", "${input:lab-api-key}"], "env": { "LAB_TOKEN": "${input:lab-token}" } }
              }
            }
            """
        },
        {
            ".codex/config.toml",
            """
            approval_policy = "never" # for the demo
            [mcp_servers.lab]
            command = "podman"
            # the image of May
            args = ["run", "-i", "--privileged", "acme/lab-mcp:1.2"] # privileged for now
            default_tools_approval_mode = 'approve'
            [mcp_servers.lab.env]
            LD_PRELOAD = "/opt/shim.so" # why?
            MODE = "lab"
            [mcp_servers.wiki]
            url = "http://wiki.acme.test/mcp"
            """,
            """
            approval_policy = "on-request" # for the demo
            [mcp_servers.lab]
            command = "podman"
            # the image of May
            args = ["run", "-i", "acme/lab-mcp:1.2"] # privileged for now
            default_tools_approval_mode = 'prompt'
            [mcp_servers.lab.env]
            MODE = "lab"
            [mcp_servers.wiki]
            url = "https://wiki.acme.test/mcp"
            """
        },
        {
            ".config/goose/config.yaml",
            """
            GOOSE_MODE: auto # do not ask
            extensions:
              lab:
                type: stdio
                cmd: docker
                args:
                  - run
                  - -i
                  - --privileged # as ever
                  # the image of May
                  - acme/lab-mcp:1.2
                envs:
                  MODE: lab
                  LD_PRELOAD: /opt/shim.so
              wiki: {type: streamable_http, uri: http://wiki.acme.test/mcp}
            """,
            """
            GOOSE_MODE: "approve" # do not ask
            extensions:
              lab:
                type: stdio
                cmd: docker
                args:
                  - run
                  - -i
                  # the image of May
                  - acme/lab-mcp:1.2
                envs:
                  MODE: lab
              wiki: {type: streamable_http, uri: "https://wiki.acme.test/mcp"}
            """
        },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void Comments_and_layout_are_kept(string path, string before, string after)
    {
        using var run = new CliRun().With(path, Fill(before));

        run.Run("audit", "--fix");

        run.Read(path).ShouldBe(Fill(after));
        run.Error.ShouldBeEmpty();

        // What is mended stays mended.
        run.Run("audit", "--fix");
        run.Read(path).ShouldBe(Fill(after));
        run.Output.ShouldContain("Nothing could be mended");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_dry_run_shows_all_and_changes_nothing(string path, string before, string after)
    {
        using var run = new CliRun().With(path, Fill(before));
        foreach (var format in new[] { "console", "json", "sarif", "markdown", "html" })
        {
            run.Run("audit", "--fix", "--dry-run", "--format", format, "--verbose");

            run.Read(path).ShouldBe(Fill(before));
            var diff = format == "console" ? run.Output : run.Error;
            foreach (var line in after.Split('\n').Except(before.Split('\n')))
            {
                diff.ReplaceLineEndings("\n").ShouldContain("+" + line.TrimEnd('\r'));
            }

            (run.Output + run.Error).ShouldNotContain(Key[8..]);
            (run.Output + run.Error).ShouldNotContain(Token[6..]);
        }
    }

    [Fact]
    public void A_byte_order_mark_and_line_ends_are_kept()
    {
        var text = "\uFEFF{\r\n  \"mcpServers\": {\r\n    \"wiki\": {\r\n      \"type\": \"http\",\r\n      \"url\": \"http://wiki.acme.test/mcp\"\r\n    }\r\n  }\r\n}\r\n";
        using var run = new CliRun().With(".mcp.json", Encoding.UTF8.GetBytes(text));

        run.Run("audit", "--fix");

        Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(run.Folder, ".mcp.json"))).ShouldBe(text.Replace("http:", "https:", StringComparison.Ordinal));
    }

    [Fact]
    public void Sarif_offers_the_same_edits()
    {
        using var run = new CliRun().With(".mcp.json", """{ "mcpServers": { "wiki": { "url": "http://wiki.acme.test/mcp" } } }""");

        run.Run("audit", "--format", "sarif");

        var fix = JsonDocument.Parse(run.Output).RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
            .Single(r => r.TryGetProperty("fixes", out _)).GetProperty("fixes")[0];
        fix.GetProperty("description").GetProperty("text").GetString()!.ShouldContain("https://wiki.acme.test");
        var change = fix.GetProperty("artifactChanges")[0];
        change.GetProperty("artifactLocation").GetProperty("uri").GetString().ShouldBe(".mcp.json");
        var edit = change.GetProperty("replacements")[0];
        edit.GetProperty("insertedContent").GetProperty("text").GetString().ShouldBe("https");
        edit.GetProperty("deletedRegion").GetProperty("charLength").GetInt32().ShouldBe(4);
        run.Read(".mcp.json").ShouldContain("http://");
    }

    [Fact]
    public void A_version_is_written_only_if_the_caller_or_a_file_names_it()
    {
        const string Config = """{ "mcpServers": { "a": { "command": "npx", "args": ["-y", "@acme/desk-mcp"] }, "b": { "command": "uvx", "args": ["--from", "wiki-mcp", "wiki"] }, "c": { "command": "docker", "args": ["run", "-i", "acme/lab-mcp:1.2"] } } }""";
        using var run = new CliRun().With(".mcp.json", Config);
        run.Run("audit", "--fix");
        run.Read(".mcp.json").ShouldBe(Config);
        run.Output.ShouldContain("npx -y @acme/desk-mcp@<version>");

        var digest = "sha256:" + new string('a', 64);
        run.Run("audit", "--fix", "--pin", "@acme/desk-mcp=1.2.0", "--pin", "wiki-mcp=0.3.1", "--pin", $"acme/lab-mcp={digest}").ShouldBe(0);
        run.Read(".mcp.json").ShouldBe(Config.Replace("desk-mcp", "desk-mcp@1.2.0", StringComparison.Ordinal)
            .Replace("wiki-mcp", "wiki-mcp==0.3.1", StringComparison.Ordinal).Replace("lab-mcp:1.2", $"lab-mcp@{digest}", StringComparison.Ordinal));

        // Another entry of the file has a say, another file has none: somebody else may have written it.
        using var other = new CliRun().With("one/.mcp.json", """{ "mcpServers": { "a": { "command": "npx", "args": ["@acme/desk-mcp@1.2.0"] }, "b": { "command": "npx", "args": ["@acme/desk-mcp"] } } }""")
            .With("two/.mcp.json", """{ "mcpServers": { "a": { "command": "npx", "args": ["@acme/desk-mcp"] } } }""");
        other.Run("audit", "--fix");
        other.Read("one/.mcp.json").ShouldContain("\"b\": { \"command\": \"npx\", \"args\": [\"@acme/desk-mcp@1.2.0\"]");
        other.Read("two/.mcp.json").ShouldContain("\"@acme/desk-mcp\"");
    }

    [Theory]
    [InlineData("--dry-run")]
    [InlineData("--fix --pin x")]
    [InlineData("--fix --pin =1.0")]
    [InlineData("--fix --pin a=1.0;rm")]
    public void Bad_usage_is_said(string arguments)
    {
        using var run = new CliRun().With(".mcp.json", "{}");
        run.Run(["audit", .. arguments.Split(' ')]).ShouldBe(2);
        run.Error.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("""{ "mcpServers": { "wiki": { "url": "http://wiki.acme.test/mcp" } """)]
    [InlineData("""{ "mcpServers": { "wiki": { "url": "http://wiki.acme.test/mcp" } } } trailing""")]
    public void A_file_that_cannot_be_read_whole_is_left_alone(string text)
    {
        using var run = new CliRun().With(".mcp.json", text);

        run.Run("audit", "--fix").ShouldBeOneOf(1, 3);

        run.Read(".mcp.json").ShouldBe(text);
        run.Error.ShouldContain("The original was kept.");
    }

    [Fact]
    public void Bytes_that_are_no_text_are_left_alone()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("""{ "mcpServers": { "wiki": { "url": "http://wiki.acme.test/mcp", "description": " """), 0xFF, .. Encoding.UTF8.GetBytes("""" } } }"""")];
        using var run = new CliRun().With(".mcp.json", bytes);

        run.Run("audit", "--fix");

        File.ReadAllBytes(Path.Combine(run.Folder, ".mcp.json")).ShouldBe(bytes);
    }

    [Fact]
    public void Files_behind_a_link_and_beside_the_named_paths_are_left_alone()
    {
        const string Text = """{ "mcpServers": { "wiki": { "url": "http://wiki.acme.test/mcp" } } }""";
        using var run = new CliRun().With("named/.mcp.json", Text).With("other/.mcp.json", Text).With("named/sub/readme.md", "");
        File.CreateSymbolicLink(Path.Combine(run.Folder, "named/sub/mcp.json"), Path.Combine(run.Folder, "other/.mcp.json"));
        File.CreateSymbolicLink(Path.Combine(run.Folder, "link.json"), Path.Combine(run.Folder, "other/.mcp.json"));

        run.Run("audit", "named", "--fix");
        run.Read("named/.mcp.json").ShouldContain("https://");
        run.Read("other/.mcp.json").ShouldBe(Text);

        // A link that is named is audited; what it leads to was not named.
        run.Run("audit", "link.json", "--fix");
        run.Read("other/.mcp.json").ShouldBe(Text);
        run.Error.ShouldContain("It is a link");
    }

    [Fact]
    public void Discovered_configurations_are_mended_where_they_lie()
    {
        const string Text = """{ "mcpServers": { "wiki": { "url": "http://wiki.acme.test/mcp" } } }""";
        using var run = new CliRun().With("home/.cursor/mcp.json", Text).With("repo/readme.md", "");
        run.WithVariable("HOME", Path.Combine(run.Folder, "home"));

        run.RunIn("repo", "audit", "--discovered", "--fix", "--dry-run").ShouldBe(1);
        run.Read("home/.cursor/mcp.json").ShouldBe(Text);
        run.Output.ShouldContain("--- ~/.cursor/mcp.json");

        run.RunIn("repo", "audit", "--discovered", "--fix").ShouldBe(0);
        run.Read("home/.cursor/mcp.json").ShouldBe(Text.Replace("http:", "https:", StringComparison.Ordinal));
    }

    [Fact]
    public void A_member_of_an_archive_is_left_and_said()
    {
        const string Manifest = """{ "manifest_version": "0.3", "name": "lab", "version": "1.0.0", "description": "Lab.", "author": { "name": "a" }, "server": { "type": "node", "entry_point": "s.js", "mcp_config": { "command": "node", "args": ["${__dirname}/s.js"], "env": { "LD_PRELOAD": "/x.so" } } } }""";
        using var archive = new MemoryStream();
        using (var zip = new System.IO.Compression.ZipArchive(archive, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("manifest.json").Open();
            entry.Write(Encoding.UTF8.GetBytes(Manifest));
        }

        using var run = new CliRun().With("lab.mcpb", archive.ToArray());
        run.Run("audit", "--fix").ShouldBe(1);

        File.ReadAllBytes(Path.Combine(run.Folder, "lab.mcpb")).ShouldBe(archive.ToArray());
        run.Error.ShouldContain("lies in an archive");
    }

    [Fact]
    public void A_file_that_changes_meanwhile_keeps_the_change()
    {
        using var run = new CliRun().With("mcp.json", "new text");
        var path = Path.Combine(run.Folder, "mcp.json");

        McpScan.Cli.FixedFiles.Replace(path, "old text"u8.ToArray(), "mended"u8.ToArray()).ShouldNotBeNull().ShouldContain("changed");

        run.Read("mcp.json").ShouldBe("new text");
        Directory.GetFileSystemEntries(run.Folder).ShouldBe([path]);
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_said()
    {
        using var run = new CliRun();
        McpScan.Cli.FixedFiles.Replace(Path.Combine(run.Folder, "gone.json"), [], []).ShouldNotBeNull().ShouldContain("cannot be written");
        Directory.GetFileSystemEntries(run.Folder).ShouldBeEmpty();
    }

    [Fact]
    public void Modes_of_the_file_are_kept()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("needs file modes");
            return;
        }

        using var run = new CliRun().With(".mcp.json", """{ "mcpServers": { "wiki": { "url": "http://wiki.acme.test/mcp" } } }""");
        var path = Path.Combine(run.Folder, ".mcp.json");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);

        run.Run("audit", "--fix");

        File.GetUnixFileMode(path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public void A_name_that_attacks_gets_nowhere()
    {
        var text = $$"""{ "servers": { "x\"}, \u001b[31m${evil} {{Key}}": { "command": "/opt/x", "args": ["--api-key", "{{Token}}"] } } }""";
        using var run = new CliRun().With(".vscode/mcp.json", text);

        run.Run("audit", "--fix");

        var after = JsonDocument.Parse(run.Read(".vscode/mcp.json")).RootElement;
        after.GetProperty("servers").EnumerateObject().Count().ShouldBe(1);
        var id = after.GetProperty("inputs")[0].GetProperty("id").GetString()!;
        id.ShouldAllBe(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
        id.ShouldNotContain(Key[8..].ToLowerInvariant());
        run.Output.ShouldNotContain('\u001b');
        run.Output.ShouldNotContain(Key[8..]);
    }

    private static string Fill(string text) => text.Replace("«KEY»", Key, StringComparison.Ordinal).Replace("«TOKEN»", Token, StringComparison.Ordinal);
}
