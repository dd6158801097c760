namespace McpScan.Modeling.Launching;

/// <summary>uvx, uv, pipx, pip and python.</summary>
internal static class PythonLaunchers
{
    /// <summary><c>uvx [--from spec] [--with spec] tool …</c>, also as <c>uv tool run</c>.</summary>
    public static void ReadUvx(LaunchFacts facts, ArgumentCursor words)
    {
        var hasSource = ReadUvOptions(facts, words);
        if (words.TakeOrNull() is not { } tool)
        {
            return;
        }

        var spec = PackageSpec.PyPi(tool);
        if (!hasSource)
        {
            facts.AddPackage(spec);
        }

        facts.ReadFetched(spec.Name, words);
    }

    public static void ReadUv(LaunchFacts facts, ArgumentCursor words)
    {
        ReadUvOptions(facts, words);
        switch (words.TakeOrNull()?.Value)
        {
            case "tool":
                ReadUvOptions(facts, words);
                if (words.TryTake("run"))
                {
                    ReadUvx(facts, words);
                }
                else if (words.TryTake("install"))
                {
                    ReadInstall(facts, words);
                }

                break;
            case "run":
                ReadUvOptions(facts, words);
                facts.ReadCommand(words);
                break;
            case "pip":
                ReadPip(facts, words);
                break;
        }
    }

    public static void ReadPipx(LaunchFacts facts, ArgumentCursor words)
    {
        if (words.TryTake("run"))
        {
            ReadUvx(facts, words);
        }
        else if (words.TryTake("install"))
        {
            ReadInstall(facts, words);
        }
    }

    public static void ReadPip(LaunchFacts facts, ArgumentCursor words)
    {
        if (words.TryTake("install"))
        {
            ReadInstall(facts, words);
        }
    }

    public static void ReadPython(LaunchFacts facts, ArgumentCursor words)
    {
        var options = new OptionReader(words, static option => option is "-c" or "-m" or "-W" or "-X" or "--check-hash-based-pycs");
        while (options.TryRead(out var name, out var value))
        {
            facts.AddFlag(name, value);
            if (name.Value == "-c" && value is not null)
            {
                facts.Add(LaunchFields.Script, value);
                return;
            }

            if (name.Value == "-m" && value is not null)
            {
                // 'python -m pip install x' fetches; 'python -m server' runs what is already there.
                facts.ReadFetched(value, words);
                return;
            }
        }
    }

    private static void ReadInstall(LaunchFacts facts, ArgumentCursor words)
    {
        ReadUvOptions(facts, words);
        while (words.TakeOrNull() is { } package)
        {
            facts.AddPackage(PackageSpec.PyPi(package));
            ReadUvOptions(facts, words);
        }
    }

    /// <summary>Reads options; says whether one of them named the package to run from.</summary>
    private static bool ReadUvOptions(LaunchFacts facts, ArgumentCursor words)
    {
        var options = new OptionReader(words, TakesValue);
        var hasSource = false;
        while (options.TryRead(out var name, out var value))
        {
            facts.AddFlag(name, value);
            if (value is null)
            {
                continue;
            }

            switch (name.Value)
            {
                case "--from" or "--spec":
                    hasSource = true;
                    facts.AddPackage(PackageSpec.PyPi(value));
                    break;
                case "--with" or "-w":
                    facts.AddPackage(PackageSpec.PyPi(value));
                    break;
                case "--env-file":
                    facts.Add(LaunchFields.EnvironmentFile, value);
                    break;
            }
        }

        return hasSource;
    }

    private static bool TakesValue(string option) => option is
        "--from" or "--spec" or "--with" or "-w" or "--with-editable" or "--with-requirements" or "--env-file" or "--extra" or "--group" or "--only-group" or "--no-group"
        or "-i" or "--index-url" or "--extra-index-url" or "--index" or "--default-index" or "-f" or "--find-links" or "--index-strategy" or "--keyring-provider"
        or "-p" or "--python" or "--python-platform" or "--directory" or "--project" or "--package" or "--config-file" or "--cache-dir" or "--exclude-newer"
        or "-c" or "--constraint" or "--constraints" or "--override" or "--overrides" or "-P" or "--upgrade-package" or "--refresh-package" or "--reinstall-package"
        or "--resolution" or "--prerelease" or "--link-mode" or "-C" or "--config-setting" or "--no-build-package" or "--no-binary-package" or "--allow-insecure-host"
        or "--trusted-host" or "--torch-backend" or "--color" or "-r" or "--requirement" or "-e" or "--editable" or "-t" or "--target" or "--pip-args" or "--prefix"
        or "-m" or "--module";
}
