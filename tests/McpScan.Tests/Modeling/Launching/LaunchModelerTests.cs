using McpScan.Modeling;
using McpScan.Syntax;

namespace McpScan.Tests.Modeling.Launching;

public sealed class LaunchModelerTests
{
    [Theory]
    [InlineData("npx -y server", "launcher=npx package=server package.name=server [npm]")]
    [InlineData("npx -y @a/b@1.2.3 --x", "launcher=npx package=@a/b@1.2.3 package.name=@a/b package.version=1.2.3 [npm]")]
    [InlineData("npx @a/b@latest", "launcher=npx package=@a/b@latest package.name=@a/b package.version=latest [npm]")]
    [InlineData("npx -y @a/b", "launcher=npx package=@a/b package.name=@a/b [npm]")]
    [InlineData("npx.cmd -y s@^2", "launcher=npx package=s@^2 package.name=s package.version=^2 [npm]")]
    [InlineData("/usr/bin/npx --yes s", "launcher=npx package=s package.name=s [npm]")]
    [InlineData("npx -p sdk@2 tool", "launcher=npx package=sdk@2 package.name=sdk package.version=2 [npm]")]
    [InlineData("npx --package=@a/b -- tool", "launcher=npx package=@a/b package.name=@a/b [npm]")]
    [InlineData("npx -c 'node server.js'", "launcher=npx script=node server.js launcher=node")]
    [InlineData("npx x@npm:y@1.0.0", "launcher=npx package=x@npm:y@1.0.0 package.name=y package.version=1.0.0 [npm]")]
    [InlineData("npx github:o/r#v1", "launcher=npx package=github:o/r#v1 package.name=github:o/r package.version=v1 [git]")]
    [InlineData("npx o/r", "launcher=npx package=o/r package.name=o/r [git]")]
    [InlineData("npx -y https://github.com/o/r", "launcher=npx package=https://github.com/o/r package.name=https://github.com/o/r [git]")]
    [InlineData("npx -y https://example.com/x.tgz", "launcher=npx package=https://example.com/x.tgz package.name=https://example.com/x.tgz [url]")]
    [InlineData("npx git+https://h/o/r.git#abc", "launcher=npx package=git+https://h/o/r.git#abc package.name=git+https://h/o/r.git package.version=abc [git]")]
    [InlineData("npx ./local", "launcher=npx package=./local package.name=./local")]
    [InlineData("npm exec --yes -- @a/b@1 --flag", "launcher=npm package=@a/b@1 package.name=@a/b package.version=1 [npm]")]
    [InlineData("npm --prefix /x run start", "launcher=npm")]
    [InlineData("npm install a b@2", "launcher=npm package=a package.name=a [npm] package=b@2 package.name=b package.version=2 [npm]")]
    [InlineData("pnpm dlx s@1", "launcher=pnpm package=s@1 package.name=s package.version=1 [npm]")]
    [InlineData("yarn dlx -q s", "launcher=yarn package=s package.name=s [npm]")]
    [InlineData("bunx s@latest", "launcher=bunx package=s@latest package.name=s package.version=latest [npm]")]
    [InlineData("bun x s", "launcher=bun package=s package.name=s [npm]")]
    [InlineData("bun run --cwd /x start", "launcher=bun")]
    [InlineData("node --env-file=.env -r ./hook.js server.js", "launcher=node envFile=.env")]
    [InlineData("node -e 'fetch(1)'", "launcher=node script=fetch(1)")]
    [InlineData("deno run -A npm:@a/b@1 stdio", "launcher=deno package=npm:@a/b@1 package.name=@a/b package.version=1 [npm]")]
    [InlineData("deno run -N jsr:@p/run stdio", "launcher=deno package=jsr:@p/run package.name=@p/run [jsr]")]
    [InlineData("deno run --allow-net https://h/x.ts", "launcher=deno package=https://h/x.ts package.name=https://h/x.ts [url]")]
    [InlineData("deno run main.ts", "launcher=deno")]
    [InlineData("conda run -n tools npx s@1.0.0", "launcher=conda launcher=npx package=s@1.0.0 package.name=s package.version=1.0.0 [npm]")]
    [InlineData("fnm exec --using 22 npx s", "launcher=fnm launcher=npx package=s package.name=s [npm]")]
    [InlineData("direnv exec . -- uvx s", "launcher=direnv launcher=uvx package=s package.name=s [pypi]")]
    [InlineData("nix run github:o/r -- --x", "launcher=nix package=github:o/r package.name=github:o/r [git]")]
    [InlineData("nix run nixpkgs#hello", "launcher=nix")]
    [InlineData("uvx s", "launcher=uvx package=s package.name=s [pypi]")]
    [InlineData("uvx s@1.2", "launcher=uvx package=s@1.2 package.name=s package.version=1.2 [pypi]")]
    [InlineData("uvx s[cli]==1.2 --x", "launcher=uvx package=s[cli]==1.2 package.name=s package.version=1.2 [pypi]")]
    [InlineData("uvx --from s>=1,<2 tool", "launcher=uvx package=s>=1,<2 package.name=s package.version=>=1,<2 [pypi]")]
    [InlineData("uvx --from git+https://h/o/r@main tool", "launcher=uvx package=git+https://h/o/r@main package.name=git+https://h/o/r package.version=main [git]")]
    [InlineData("uvx --from git+https://user@h/o/r tool", "launcher=uvx package=git+https://user@h/o/r package.name=git+https://user@h/o/r [git]")]
    [InlineData("uvx -n --with a==1 s", "launcher=uvx package=a==1 package.name=a package.version=1 [pypi] package=s package.name=s [pypi]")]
    [InlineData("uv tool run --from s tool", "launcher=uv package=s package.name=s [pypi]")]
    [InlineData("uv run --with s python -m srv", "launcher=uv package=s package.name=s [pypi] launcher=python")]
    [InlineData("uv --directory /x run server.py", "launcher=uv")]
    [InlineData("pipx run --spec s==1 tool", "launcher=pipx package=s==1 package.name=s package.version=1 [pypi]")]
    [InlineData("python -m mcp_server_git", "launcher=python")]
    [InlineData("python3.12 -u -c 'import os'", "launcher=python3.12 script=import os")]
    [InlineData("python -m pip install s", "launcher=python package=s package.name=s [pypi]")]
    [InlineData("pip install -i https://h/simple s", "launcher=pip package=s package.name=s [pypi]")]
    [InlineData("dnx A.B@1.0.0 --yes -- --version 9", "launcher=dnx package=A.B@1.0.0 package.name=A.B package.version=1.0.0 [nuget]")]
    [InlineData("dnx A.B --version 2.0 --yes serve", "launcher=dnx package=A.B package.name=A.B [nuget] package.version=2.0")]
    [InlineData("dotnet tool exec A.B --yes", "launcher=dotnet package=A.B package.name=A.B [nuget]")]
    [InlineData("dotnet dnx A.B -y", "launcher=dotnet package=A.B package.name=A.B [nuget]")]
    [InlineData("dotnet run --project src/X -- --stdio", "launcher=dotnet")]
    [InlineData("go run github.com/o/r/cmd@v1.2.3", "launcher=go package=github.com/o/r/cmd@v1.2.3 package.name=github.com/o/r/cmd package.version=v1.2.3 [go]")]
    [InlineData("go run ./cmd", "launcher=go")]
    [InlineData("java -Xmx1g -jar s.jar", "launcher=java")]
    [InlineData("php artisan boost:mcp", "launcher=php")]
    [InlineData("my-server --port 3", "launcher=my-server")]
    public void PackagesOf(string line, string facts) => LaunchText.Facts(LaunchText.OfLine(line)).ShouldBe(facts);

    [Theory]
    [InlineData("docker run -i --rm mcp/x", "launcher=docker image=mcp/x [oci]", "-i --rm")]
    [InlineData("docker run -it --rm h:5000/a/b:1.2", "launcher=docker image=h:5000/a/b:1.2 [oci] image.tag=1.2", "-i -t --rm")]
    [InlineData("docker run h:5000/a/b", "launcher=docker image=h:5000/a/b [oci]", "")]
    [InlineData("docker run a:1@sha256:ff", "launcher=docker image=a:1@sha256:ff [oci] image.tag=1 image.digest=sha256:ff", "")]
    [InlineData("docker run --network=host --pid host a", "launcher=docker image=a [oci]", "--network=host --pid=host")]
    [InlineData("docker run --privileged --cap-add SYS_ADMIN a sh", "launcher=docker image=a [oci] launcher=sh", "--privileged --cap-add=SYS_ADMIN")]
    [InlineData("docker run -e A=1 -e B --env=C=2 a", "launcher=docker env.A=1 env.passed=B env.C=2 image=a [oci]", "-e=A=1 -e=B --env=C=2")]
    [InlineData("docker run -v /:/host:ro a", "launcher=docker mounts.options=/:/host:ro mounts=/ image=a [oci]", "-v=/:/host:ro")]
    [InlineData("docker run -v/var/run/docker.sock:/s a", "launcher=docker mounts.options=/var/run/docker.sock:/s mounts=/var/run/docker.sock image=a [oci]", "-v=/var/run/docker.sock:/s")]
    [InlineData(@"docker run -v C:\x:/x a", @"launcher=docker mounts.options=C:\x:/x mounts=C:\x image=a [oci]", @"-v=C:\x:/x")]
    [InlineData("docker run -v ${D:-/x}:/x a", "launcher=docker mounts.options=${D:-/x}:/x mounts=${D:-/x} image=a [oci]", "-v=${D:-/x}:/x")]
    [InlineData("docker run -v /data a", "launcher=docker mounts.options=/data image=a [oci]", "-v=/data")]
    [InlineData("docker run --mount type=bind,src=/h,dst=/c,ro a", "launcher=docker mounts.options=type=bind,src=/h,dst=/c,ro mounts=/h image=a [oci]", "--mount=type=bind,src=/h,dst=/c,ro")]
    [InlineData("podman run -p 0.0.0.0:80:80 -u root a", "launcher=podman ports=0.0.0.0:80:80 image=a [oci]", "-p=0.0.0.0:80:80 -u=root")]
    [InlineData("docker exec -i c node s.js", "launcher=docker launcher=node", "-i")]
    [InlineData("docker --context far run a", "launcher=docker image=a [oci]", "--context=far")]
    [InlineData("docker run -i x/supergateway --stdio 'uvx s'", "launcher=docker image=x/supergateway [oci] script=uvx s launcher=uvx package=s package.name=s [pypi]", "-i --stdio=uvx s")]
    [InlineData("docker run --rm python:3 -c 'import os'", "launcher=docker image=python:3 [oci] image.tag=3 script=import os", "--rm -c=import os")]
    [InlineData("docker run node:20 npx -y s@1", "launcher=docker image=node:20 [oci] image.tag=20 launcher=npx package=s@1 package.name=s package.version=1 [npm]", "-y")]
    public void ContainersOf(string line, string facts, string flags)
    {
        var draft = LaunchText.OfLine(line);
        LaunchText.Facts(draft).ShouldBe(facts);
        LaunchText.Flags(draft).ShouldBe(flags);
    }

    [Theory]
    [InlineData("bash -c 'npx -y s'", "launcher=bash script=npx -y s launcher=npx package=s package.name=s [npm]")]
    [InlineData("bash -lc 'cd /x && A=1 uvx s'", "launcher=bash script=cd /x && A=1 uvx s env.A=1 launcher=uvx package=s package.name=s [pypi]")]
    [InlineData("sh -c 'curl -s https://h/x | bash'", "launcher=sh script=curl -s https://h/x | bash")]
    [InlineData("sh -c 'npx $(cat x); node s.js'", "launcher=sh script=npx $(cat x); node s.js launcher=node")]
    [InlineData("cmd /c npx -y s", "launcher=cmd script=npx script=-y script=s launcher=npx package=s package.name=s [npm]")]
    [InlineData("cmd.exe /d /c \"npx -y s\"", "launcher=cmd script=npx -y s launcher=npx package=s package.name=s [npm]")]
    [InlineData("cmd '/c npx -y s'", "launcher=cmd script= npx -y s launcher=npx package=s package.name=s [npm]")]
    [InlineData("powershell -NoProfile -ExecutionPolicy Bypass -Command \"npx s\"", "launcher=powershell script=npx s launcher=npx package=s package.name=s [npm]")]
    [InlineData("pwsh -enc bgBwAHgAIABzAA==", "launcher=pwsh script=bgBwAHgAIABzAA== script=npx s launcher=npx package=s package.name=s [npm]")]
    [InlineData("pwsh -File x.ps1 -Command y", "launcher=pwsh")]
    [InlineData("sudo -u root env A=1 npx s", "launcher=sudo launcher=env env.A=1 launcher=npx package=s package.name=s [npm]")]
    [InlineData("op run --env-file .env -- npx s", "launcher=op launcher=npx package=s package.name=s [npm]")]
    [InlineData("envmcp --env-file .env npx s", "launcher=envmcp envFile=.env launcher=npx package=s package.name=s [npm]")]
    [InlineData("wsl -d Ubuntu -e npx s", "launcher=wsl launcher=npx package=s package.name=s [npm]")]
    [InlineData("kubectl exec -i pod -n ns -- node s.js", "launcher=kubectl launcher=node")]
    [InlineData("ssh -p 22 me@h npx -y s", "launcher=ssh script=npx script=-y script=s launcher=npx package=s package.name=s [npm]")]
    [InlineData("npx -y mcp-remote@0.1.2 https://h/mcp --header 'A: b' --allow-http",
        "launcher=npx package=mcp-remote@0.1.2 package.name=mcp-remote package.version=0.1.2 [npm] bridge.url=https://h/mcp bridge.headers=A: b")]
    [InlineData("npx -y supergateway --streamableHttp https://h/mcp", "launcher=npx package=supergateway package.name=supergateway [npm] bridge.url=https://h/mcp")]
    [InlineData("npx supergateway --stdio 'uvx s'",
        "launcher=npx package=supergateway package.name=supergateway [npm] script=uvx s launcher=uvx package=s package.name=s [pypi]")]
    [InlineData("mcp-proxy -H Authorization 'Bearer x' https://h/sse", "launcher=mcp-proxy bridge.headers=Bearer x bridge.url=https://h/sse")]
    [InlineData("mcp-proxy --port 80 -- uvx s", "launcher=mcp-proxy launcher=uvx package=s package.name=s [pypi]")]
    [InlineData("npx -y @smithery/cli@latest run @o/s --key k",
        "launcher=npx package=@smithery/cli@latest package.name=@smithery/cli package.version=latest [npm] bridge.url=@o/s")]
    [InlineData("npx -y @modelcontextprotocol/server-filesystem / /home",
        "launcher=npx package=@modelcontextprotocol/server-filesystem package.name=@modelcontextprotocol/server-filesystem [npm] mounts=/ mounts=/home")]
    public void CommandsWithinCommands(string line, string facts) => LaunchText.Facts(LaunchText.OfLine(line)).ShouldBe(facts);

    [Theory]
    [InlineData(@"C:\Program Files\nodejs\npx.cmd", "npx", @"C:\Program Files\nodejs\npx.cmd")]
    [InlineData(@"C:\tools\npx.cmd", "npx", @"C:\tools\npx.cmd")]
    [InlineData("/opt/my tools/run.sh", "run.sh", "/opt/my tools/run.sh")]
    [InlineData("npx -y 'unbalanced", "npx", "npx")]
    [InlineData("a\\ b c", "a b", "a b")]
    [InlineData("", "", "")]
    [InlineData("   ", "   ", "   ")]
    [InlineData("''", "''", "''")]
    public void SplitsALineButNotAPath(string command, string launcher, string program)
    {
        var draft = LaunchText.OfLine(command);
        Text(draft, LaunchFields.Launcher).ShouldBe(launcher);
        Text(draft, LaunchFields.Command).ShouldBe(program);
    }

    [Fact]
    public void PointsAtTheExactCharactersThroughEscapesAndQuotes()
    {
        const string Json = """{"command": "sh -c \"npx -y @\u0061/b@1.2.3 --key='x y'\""}""";
        var draft = LaunchText.Of(Json);

        Source(draft, LaunchFields.Launcher).ShouldBe("sh");
        Source(draft, LaunchFields.PackageName).ShouldBe("@\\u0061/b");
        Text(draft, LaunchFields.PackageName).ShouldBe("@a/b");
        Source(draft, LaunchFields.PackageVersion).ShouldBe("1.2.3");
        Source(draft, LaunchFields.Script).ShouldBe("npx -y @\\u0061/b@1.2.3 --key='x y'");
    }

    [Fact]
    public void EveryPartOfAnEncodedScriptPointsAtTheEncodedText()
    {
        var draft = LaunchText.OfLine("pwsh -enc bgBwAHgAIABzAA==");
        Source(draft, LaunchFields.Package).ShouldBe("bgBwAHgAIABzAA==");
    }

    [Fact]
    public void ReadsTenThousandArguments()
    {
        var args = string.Join(",", Enumerable.Range(0, 10_000).Select(i => $"\"-e\", \"V{i}=1\""));
        var draft = LaunchText.Of($$"""{"command": "docker", "args": ["run", {{args}}, "image"]}""");
        draft.Entries.Count(entry => entry.Field == LaunchFields.Environment).ShouldBe(10_000);
        Text(draft, LaunchFields.Image).ShouldBe("image");
    }

    [Fact]
    public void StopsAtCommandsDeepWithinCommands()
    {
        var draft = LaunchText.OfLine(string.Concat(Enumerable.Repeat("sudo ", 50_000)) + "npx s");
        draft.Entries.Count(entry => entry.Field == LaunchFields.Launcher).ShouldBeLessThan(12);
    }

    private static FieldEntry First(SubjectDraft draft, Field field) => draft.Entries.First(entry => entry.Field == field);

    private static string Text(SubjectDraft draft, Field field) => ((ScalarNode)First(draft, field).Node).Value;

    private static string Source(SubjectDraft draft, Field field)
    {
        var node = (ScalarNode)First(draft, field).Node;
        return node.Source.ToString(node.ContentSpan);
    }
}
