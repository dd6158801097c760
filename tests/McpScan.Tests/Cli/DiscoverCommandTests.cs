using System.Text.Json;
using McpScan.Discovery;
using McpScan.Rules;

namespace McpScan.Tests.Cli;

/// <summary><c>mcpscan discover</c> and <c>audit --discovered</c>, with home and platform folders from variables.</summary>
public sealed class DiscoverCommandTests
{
    /// <summary>A configuration in the dialect of each client, by its root key and format.</summary>
    private static readonly Dictionary<string, string> Dialects = new(StringComparer.Ordinal)
    {
        ["mcpServers json"] = """{"mcpServers": {"found": {"command": "/opt/found"}}}""",
        ["servers json"] = """{"servers": {"found": {"command": "/opt/found"}}}""",
        ["context_servers json"] = """{ /* Zed */ "context_servers": {"found": {"command": "/opt/found"},},}""",
        ["mcp json"] = """{"mcp": {"found": {"type": "local", "command": ["/opt/found"]}}}""",
        ["amp.mcpServers json"] = """{"amp.mcpServers": {"found": {"command": "/opt/found"}}}""",
        ["mcp_servers toml"] = "[mcp_servers.found]\ncommand = \"/opt/found\"\n",
        ["mcpServers yaml"] = "mcpServers:\n  - name: found\n    command: /opt/found\n",
        ["extensions yaml"] = "extensions:\n  found: {type: stdio, cmd: /opt/found}\n",
    };

    public static TheoryData<string, string> Places()
    {
        var data = new TheoryData<string, string>();
        foreach (var client in Lists.BuiltIn.Entries("clients")!.Items)
        {
            foreach (var place in client["paths"]!.Items)
            {
                var path = place["path"]!.AsString()!;
                if (!path.StartsWith('/') && !path.StartsWith("C:", StringComparison.Ordinal))
                {
                    data.Add(client["id"]!.AsString()!, path);
                }
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void A_configuration_is_found_at_every_place_of_every_client(string client, string path)
    {
        using var run = Machine();
        var file = path.Replace("*", "x", StringComparison.Ordinal);
        file = file.StartsWith('~') ? "home" + file[1..]
            : file.StartsWith("%APPDATA%", StringComparison.Ordinal) ? "home/AppData/Roaming" + file[9..]
            : file.StartsWith("%USERPROFILE%", StringComparison.Ordinal) ? "home" + file[13..]
            : "repo/" + file;
        run.With(file, Dialect(client, file));

        run.RunIn("repo", "discover", "--format", "json").ShouldBe(0, run.Error);

        var found = JsonDocument.Parse(run.Output).RootElement.GetProperty("configurations").EnumerateArray().ShouldHaveSingleItem();
        found.GetProperty("path").GetString()!.Replace('\\', '/').ShouldEndWith(file);
        found.GetProperty("scope").GetString().ShouldBeOneOf("user", "project", "plugin");
        if (!path.EndsWith("hooks.json", StringComparison.Ordinal))
        {
            found.GetProperty("servers").EnumerateArray().Select(s => s.GetProperty("name").GetString()).ShouldBe(["found"]);
        }
    }

    [Fact]
    public void Every_client_with_a_path_is_told_apart_where_its_path_is_its_own()
    {
        using var run = Machine();
        run.With("home/.cursor/mcp.json", Dialects["mcpServers json"]).With("home/.codex/config.toml", Dialects["mcp_servers toml"])
            .With("home/.config/zed/settings.json", Dialects["context_servers json"]).With("repo/.mcp.json", Dialects["servers json"]);

        run.RunIn("repo", "discover").ShouldBe(0);

        run.Output.ShouldBe("""
            CLIENT         SCOPE    PATH                         SERVERS
            visual-studio  project  .mcp.json                    found
            codex          user     ~/.codex/config.toml         found
            zed            user     ~/.config/zed/settings.json  found
            cursor         user     ~/.cursor/mcp.json           found

            """.ReplaceLineEndings("\n"));
        run.Error.ShouldBeEmpty();
    }

    [Fact]
    public void Variables_of_clients_move_their_folders()
    {
        using var run = Machine();
        run.WithVariable("CODEX_HOME", Path.Combine(run.Folder, "elsewhere")).WithVariable("XDG_CONFIG_HOME", Path.Combine(run.Folder, "config"));
        run.With("elsewhere/config.toml", Dialects["mcp_servers toml"]).With("config/amp/settings.json", Dialects["amp.mcpServers json"]).With("home/.codex/config.toml", "x = 1");

        run.RunIn("repo", "discover", "--format", "json").ShouldBe(0);

        JsonDocument.Parse(run.Output).RootElement.GetProperty("configurations").EnumerateArray()
            .Select(c => $"{c.GetProperty("client").GetString()} {Path.GetRelativePath(run.Folder, c.GetProperty("path").GetString()!).Replace('\\', '/')}")
            .ShouldBe(["amp config/amp/settings.json", "codex elsewhere/config.toml"]);
    }

    [Fact]
    public void A_machine_without_clients_has_an_empty_list()
    {
        using var run = Machine();

        run.RunIn("repo", "discover").ShouldBe(0);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldContain("no client configuration was found");

        // An audit of nothing is no pass.
        run.RunIn("repo", "audit", "--discovered").ShouldBe(3);
    }

    [Fact]
    public void A_relative_or_empty_home_is_no_home()
    {
        using var run = new CliRun().WithVariable("HOME", "").WithVariable("APPDATA", "AppData").With("repo/AppData/Claude/claude_desktop_config.json", Dialects["mcpServers json"]);

        run.RunIn("repo", "discover").ShouldBe(0);
        run.Output.ShouldBeEmpty();
    }

    [Fact]
    public void A_broken_configuration_is_said_and_its_secrets_are_not()
    {
        var key = "ghp" + "_" + "x7Kq2Wm9Zt4Rv6Yb1Nc8" + "Lp3Hs5Jd0Gf2Ka7e";
        using var run = Machine();
        run.With("home/.cursor/mcp.json", $$"""{"mcpServers": {"{{key}}": {"command": "/opt/x"}, "b\u001b[31m": {"command": "y", "env": {"A_TOKEN": {{key}} } } } }""");

        foreach (var format in new[] { "table", "json" })
        {
            run.RunIn("repo", "discover", "--format", format).ShouldBe(3);
            (run.Output + run.Error).ShouldNotContain(key[8..]);
            (run.Output + run.Error).ShouldNotContain('\u001b');
            run.Error.ShouldContain("mcp.json");
        }
    }

    [Fact]
    public void An_unknown_format_is_bad_usage()
    {
        using var run = Machine();
        run.RunIn("repo", "discover", "--format", "xml").ShouldBe(2);
        run.Error.ShouldContain("table, json");
    }

    [Fact]
    public void An_audit_takes_the_discovered_configurations_and_the_named_paths()
    {
        using var run = Machine();
        run.With("home/.cursor/mcp.json", """{"mcpServers": {"a": {"command": "npx", "args": ["-y", "a-mcp"]}}}""")
            .With("home/.config/Code/User/mcp.json", """{"servers": {"b": {"command": "/opt/b"}}}""")
            .With("repo/other/mcp.json", """{"mcpServers": {"c": {"command": "/opt/c"}}}""");

        run.RunIn("repo", "audit", "--discovered", "--format", "json").ShouldBe(0, run.Error);
        Paths(run).ShouldBe(["~/.config/Code/User/mcp.json client-config/vscode", "~/.cursor/mcp.json client-config/cursor"]);

        run.RunIn("repo", "audit", "--discovered", "other", "--format", "json").ShouldBe(0, run.Error);
        Paths(run).ShouldBe(["other/mcp.json client-config/generic", "~/.config/Code/User/mcp.json client-config/vscode", "~/.cursor/mcp.json client-config/cursor"]);
    }

    private static IEnumerable<string> Paths(CliRun run) => JsonDocument.Parse(run.Output).RootElement.GetProperty("inputs").EnumerateArray()
        .Select(i => $"{i.GetProperty("path").GetString()} {i.GetProperty("kind").GetString()}").Order(StringComparer.Ordinal);

    private static string Dialect(string client, string path)
    {
        var format = Path.GetExtension(path) switch { ".toml" => "toml", ".yaml" or ".yml" => "yaml", _ => "json" };
        var keys = Lists.BuiltIn.Entries("clients")!.Items.ToArray().Single(c => c["id"]!.AsString() == client)["rootKeys"]!.Items.ToArray().Select(k => k.AsString()!).ToArray();
        return Dialects[$"{keys.First(key => Dialects.ContainsKey($"{key} {format}"))} {format}"];
    }

    /// <summary>A machine with a home of its own and an empty repository.</summary>
    private static CliRun Machine()
    {
        var run = new CliRun().With("repo/readme.md", "");
        return run.WithVariable("HOME", Path.Combine(run.Folder, "home")).WithVariable("USERPROFILE", Path.Combine(run.Folder, "home"))
            .WithVariable("APPDATA", Path.Combine(run.Folder, "home/AppData/Roaming"));
    }
}
