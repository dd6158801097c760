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
                    new PackageImage(image).AddTo(facts.Entries);
                    ReadContainerCommand(facts, words, image);
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

    // What follows the image is a command, or the words of its entry point: 'supercorp/supergateway --stdio …'.
    private static void ReadContainerCommand(LaunchFacts facts, ArgumentCursor words, ScalarNode image)
    {
        if (words.Peek is { } program && Launchers.Find(ProgramName.Of(program).Value) is not null)
        {
            facts.ReadCommand(words);
            return;
        }

        var name = PackageIdentity.SplitImage(image.Value).Name;
        facts.Read(Launchers.Find(name[(name.LastIndexOf('/') + 1)..]), words);
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
                case "-v" or "--volume" when !value.Value.Contains(':', StringComparison.Ordinal):
                    // A volume of the container alone: nothing of the host is given.
                    facts.Add(LaunchFields.MountOptions, value);
                    break;
                case "-v" or "--volume":
                    LaunchParts.AddMount(facts.Entries, value);
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
