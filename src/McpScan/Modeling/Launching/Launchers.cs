namespace McpScan.Modeling.Launching;

/// <summary>Reads the words behind the name of a launcher.</summary>
internal delegate void LauncherParser(LaunchFacts facts, ArgumentCursor words);

/// <summary>Which parser knows a launcher. A new launcher is a line here and a method in the file of its family.</summary>
internal static class Launchers
{
    /// <summary>The parser of a program, by its name without path and extension; null for a program that launches nothing else.</summary>
    public static LauncherParser? Find(string name) => name.ToLowerInvariant() switch
    {
        "npx" or "bunx" or "pnpx" => NodeLaunchers.ReadRunner,
        "npm" => NodeLaunchers.ReadNpm,
        "pnpm" or "yarn" or "yarnpkg" => NodeLaunchers.ReadPnpmOrYarn,
        "bun" => NodeLaunchers.ReadBun,
        "node" or "nodejs" or "tsx" or "ts-node" => NodeLaunchers.ReadNode,
        "deno" => DenoLauncher.Read,
        "uvx" => PythonLaunchers.ReadUvx,
        "uv" => PythonLaunchers.ReadUv,
        "pipx" => PythonLaunchers.ReadPipx,
        "pip" or "pip3" => PythonLaunchers.ReadPip,
        "py" or "pythonw" or "pypy" or "pypy3" => PythonLaunchers.ReadPython,
        "dnx" => DotnetLaunchers.ReadDnx,
        "dotnet" => DotnetLaunchers.ReadDotnet,
        "docker" or "podman" or "nerdctl" or "finch" => ContainerLaunchers.Read,
        "kubectl" or "oc" => RemoteShells.ReadKubectl,
        "ssh" => RemoteShells.ReadSsh,
        "sh" or "bash" or "zsh" or "dash" or "ash" or "ksh" or "fish" => ShellLaunchers.ReadPosix,
        "cmd" => ShellLaunchers.ReadCmd,
        "powershell" or "pwsh" => ShellLaunchers.ReadPowerShell,
        "sudo" or "doas" or "runas" => WrapperLaunchers.ReadSudo,
        "env" or "cross-env" => WrapperLaunchers.ReadEnv,
        "nohup" or "exec" or "command" or "setsid" or "time" or "caffeinate" or "winpty" or "arch" or "stdbuf" or "xvfb-run" or "corepack" => WrapperLaunchers.ReadPlain,
        "nice" or "ionice" or "timeout" => WrapperLaunchers.ReadNiceOrTimeout,
        "op" or "doppler" or "infisical" or "dotenvx" or "dotenv" or "dotenv-cli" or "aws-vault" or "chamber" or "mise" or "teller" or "vault-env" or "direnv"
            => WrapperLaunchers.ReadBehindDashes,
        "envmcp" => WrapperLaunchers.ReadEnvMcp,
        "conda" or "mamba" or "micromamba" or "volta" or "fnm" or "asdf" => WrapperLaunchers.ReadEnvironmentRun,
        "nix" => RuntimeLaunchers.ReadNix,
        "poetry" or "pipenv" or "pdm" or "rye" or "hatch" => WrapperLaunchers.ReadProjectRun,
        "wsl" => WrapperLaunchers.ReadWsl,
        "java" or "javaw" => RuntimeLaunchers.ReadJava,
        "go" => RuntimeLaunchers.ReadGo,
        "cargo" => RuntimeLaunchers.ReadCargo,
        "perl" or "ruby" or "php" => RuntimeLaunchers.ReadInline,
        "mcp-remote" or "mcp-remote-client" => BridgeLaunchers.ReadMcpRemote,
        "supergateway" => BridgeLaunchers.ReadSupergateway,
        "mcp-proxy" or "mcp-proxy-for-aws" or "mcp-bridge" or "mcp-streamablehttp-proxy" => BridgeLaunchers.ReadMcpProxy,
        "@smithery/cli" or "smithery" => BridgeLaunchers.ReadSmithery,
        "@modelcontextprotocol/server-filesystem" or "mcp-server-filesystem" or "mcp-filesystem-server" or "rust-mcp-filesystem"
            or "@mark3labs/mcp-filesystem-server" => GrantedPaths.Read,
        ['p', 'y', 't', 'h', 'o', 'n', .. var version] when version.AsSpan().TrimStart("0123456789.").IsEmpty => PythonLaunchers.ReadPython,
        _ => null,
    };
}
