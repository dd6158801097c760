using McpScan.Syntax;

namespace McpScan.Modeling.Launching;

/// <summary>npx and its kin, npm, pnpm, yarn, bun, node.</summary>
internal static class NodeLaunchers
{
    /// <summary><c>npx [-y] [-p package] program …</c>; bunx, <c>npm exec</c>, <c>pnpm dlx</c>, <c>yarn dlx</c> and <c>bun x</c> take the same.</summary>
    public static void ReadRunner(LaunchFacts facts, ArgumentCursor words)
    {
        var options = new OptionReader(words, TakesValue);
        var hasPackage = false;
        while (options.TryRead(out var name, out var value))
        {
            facts.AddFlag(name, value);
            switch (name.Value)
            {
                case "-p" or "--package" when value is not null:
                    facts.AddPackage(PackageSpec.Npm(value));
                    hasPackage = true;
                    break;
                case "-c" or "--call" when value is not null:
                    facts.ReadScript(value);
                    return;
            }
        }

        if (words.TakeOrNull() is not { } program)
        {
            return;
        }

        var spec = PackageSpec.Npm(program);
        if (!hasPackage)
        {
            facts.AddPackage(spec);
        }

        facts.ReadFetched(spec.Name, words);
    }

    public static void ReadNpm(LaunchFacts facts, ArgumentCursor words) => ReadSubcommand(facts, words);

    public static void ReadPnpmOrYarn(LaunchFacts facts, ArgumentCursor words) => ReadSubcommand(facts, words);

    public static void ReadBun(LaunchFacts facts, ArgumentCursor words)
    {
        if (words.Peek?.Value is "x" or "add" or "install" or "create")
        {
            ReadSubcommand(facts, words);
        }
        else
        {
            words.TryTake("run");
            ReadInterpreter(facts, words);
        }
    }

    public static void ReadNode(LaunchFacts facts, ArgumentCursor words) => ReadInterpreter(facts, words);

    private static void ReadSubcommand(LaunchFacts facts, ArgumentCursor words)
    {
        ReadFlags(facts, words);
        switch (words.TakeOrNull()?.Value)
        {
            case "exec" or "x" or "dlx":
                ReadRunner(facts, words);
                break;
            case "install" or "i" or "add":
                ReadFlags(facts, words);
                while (words.TakeOrNull() is { } package)
                {
                    facts.AddPackage(PackageSpec.Npm(package));
                    ReadFlags(facts, words);
                }

                break;
            case "create" or "init" when words.TakeOrNull() is { } starter:
                facts.AddPackage(PackageSpec.Npm(starter));
                break;
        }
    }

    private static void ReadFlags(LaunchFacts facts, ArgumentCursor words)
    {
        var options = new OptionReader(words, TakesValue);
        while (options.TryRead(out var name, out var value))
        {
            facts.AddFlag(name, value);
        }
    }

    private static void ReadInterpreter(LaunchFacts facts, ArgumentCursor words)
    {
        var options = new OptionReader(words, InterpreterTakesValue, DashStyle.Whole);
        while (options.TryRead(out var name, out var value))
        {
            facts.AddFlag(name, value);
            switch (name.Value)
            {
                case "-e" or "--eval" or "-p" or "--print" or "-pe" when value is not null:
                    facts.Add(LaunchFields.Script, value);
                    return;
                case "--env-file" or "--env-file-if-exists" when value is not null:
                    facts.Add(LaunchFields.EnvironmentFile, value);
                    break;
            }
        }
    }

    private static bool TakesValue(string option) => option is
        "-p" or "--package" or "-c" or "--call" or "-w" or "--workspace" or "-C" or "--dir" or "--prefix" or "--registry" or "--cache" or "--userconfig"
        or "--node-options" or "--script-shell" or "--filter" or "-F" or "--cwd" or "--allow-build" or "--loglevel";

    private static bool InterpreterTakesValue(string option) => option is
        "-e" or "--eval" or "-p" or "--print" or "-pe" or "-r" or "--require" or "--import" or "--loader" or "--experimental-loader" or "--preload" or "--cwd"
        or "-C" or "--conditions" or "--config" or "-c" or "--tsconfig";
}
