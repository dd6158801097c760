using McpScan.Syntax;

namespace McpScan.Modeling.Launching;

/// <summary><c>docker run</c> and <c>docker exec</c>, and the programs that take the same words.</summary>
internal static class ContainerLaunchers
{
    public static void Read(LaunchFacts facts, ArgumentCursor words)
    {
        ReadOptions(facts, words, isRun: false);
        var subcommand = words.TakeOrNull()?.Value;
        if (subcommand is "container")
        {
            subcommand = words.TakeOrNull()?.Value;
        }

        switch (subcommand)
        {
            case "run" or "create":
                ReadOptions(facts, words, isRun: true);
                if (words.TakeOrNull() is { } image)
                {
                    AddImage(facts, image);
                    facts.ReadCommand(words);
                }

                break;
            case "exec":
                ReadOptions(facts, words, isRun: true);
                words.TakeOrNull();
                facts.ReadCommand(words);
                break;
            case "compose":
                ReadOptions(facts, words, isRun: false);
                break;
        }
    }

    /// <summary>An image reference: <c>[registry[:port]/]name[:tag][@digest]</c>.</summary>
    private static void AddImage(LaunchFacts facts, ScalarNode image)
    {
        var text = image.Value;
        facts.Add(LaunchFields.Image, image);
        facts.Add(LaunchFields.PackageEcosystem, image, DerivedScalar.At(image, "oci"));
        var at = text.IndexOf('@', StringComparison.Ordinal);
        var end = at < 0 ? text.Length : at;
        var slash = text.LastIndexOf('/', Math.Max(end - 1, 0));
        var colon = text.IndexOf(':', slash + 1);
        if (colon >= 0 && colon + 1 < end)
        {
            facts.Add(LaunchFields.ImageTag, image.Slice(colon + 1, end - colon - 1));
        }

        if (at >= 0 && at + 1 < text.Length)
        {
            facts.Add(LaunchFields.ImageDigest, image.Slice(at + 1, text.Length - at - 1));
        }
    }

    private static void ReadOptions(LaunchFacts facts, ArgumentCursor words, bool isRun)
    {
        var options = new OptionReader(words, isRun ? RunTakesValue : GlobalTakesValue);
        while (options.TryRead(out var name, out var value))
        {
            facts.AddFlag(name, value);
            if (!isRun || value is null)
            {
                continue;
            }

            switch (name.Value)
            {
                case "-e" or "--env":
                    facts.AddVariable(value);
                    break;
                case "--env-file":
                    facts.Add(LaunchFields.EnvironmentFile, value);
                    break;
                case "-v" or "--volume":
                    facts.Add(LaunchFields.MountOptions, value);
                    AddVolume(facts, value);
                    break;
                case "--mount":
                    facts.Add(LaunchFields.MountOptions, value);
                    AddMount(facts, value);
                    break;
                case "-p" or "--publish":
                    facts.Add(LaunchFields.Port, value);
                    break;
                case "-w" or "--workdir":
                    facts.Add(LaunchFields.WorkingDirectory, value);
                    break;
                case "--entrypoint" when Launchers.Find(ProgramName.Of(value).Value) is not null:
                    facts.Add(LaunchFields.Launcher, ProgramName.Of(value));
                    break;
            }
        }
    }

    // host:container[:options]; a colon within ${VAR:-default} or behind a drive letter parts nothing.
    private static void AddVolume(LaunchFacts facts, ScalarNode volume)
    {
        var text = volume.Value;
        var braces = 0;
        for (var i = 0; i < text.Length; i++)
        {
            braces += text[i] == '{' ? 1 : text[i] == '}' ? -1 : 0;
            var isDrive = i == 1 && char.IsAsciiLetter(text[0]) && text.Length > 2 && text[2] is '\\' or '/';
            if (text[i] == ':' && braces <= 0 && !isDrive)
            {
                if (i > 0)
                {
                    facts.Add(LaunchFields.Mount, volume.Slice(0, i));
                }

                return;
            }
        }
    }

    private static void AddMount(LaunchFacts facts, ScalarNode mount)
    {
        var text = mount.Value;
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf(',', start) is var comma and >= 0 ? comma : text.Length;
            var part = text.AsSpan(start, end - start);
            foreach (var name in (ReadOnlySpan<string>)["source=", "src="])
            {
                if (part.StartsWith(name, StringComparison.Ordinal) && part.Length > name.Length)
                {
                    facts.Add(LaunchFields.Mount, mount.Slice(start + name.Length, part.Length - name.Length));
                }
            }

            start = end + 1;
        }
    }

    // Of the options of 'run' these are switches; all others take a value.
    private static bool RunTakesValue(string option) => option is not (
        "-i" or "--interactive" or "-t" or "--tty" or "-d" or "--detach" or "-P" or "--publish-all" or "-q" or "--quiet" or "--rm" or "--init" or "--privileged"
        or "--read-only" or "--no-healthcheck" or "--oom-kill-disable" or "--sig-proxy" or "--disable-content-trust" or "--use-api-socket" or "--replace"
        or "--tls-verify" or "--no-hosts" or "--http-proxy" or "--systemd" or "--rmi" or "--env-host" or "--help");

    private static bool GlobalTakesValue(string option) => option is
        "-H" or "--host" or "-c" or "--context" or "--config" or "-l" or "--log-level" or "--tlscacert" or "--tlscert" or "--tlskey" or "-f" or "--file"
        or "-p" or "--project-name" or "--project-directory" or "--profile" or "--env-file" or "--url" or "--connection" or "-n" or "--namespace" or "--root";
}
