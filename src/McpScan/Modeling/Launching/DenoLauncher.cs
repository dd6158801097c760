namespace McpScan.Modeling.Launching;

/// <summary><c>deno run [-A] npm:server</c> and <c>deno eval</c>.</summary>
internal static class DenoLauncher
{
    public static void Read(LaunchFacts facts, ArgumentCursor words)
    {
        var subcommand = words.Peek is { Value: "run" or "serve" or "x" or "eval" or "install" or "task" } ? words.TakeOrNull()!.Value : "run";
        var options = new OptionReader(words, TakesValue, DashStyle.Whole);
        while (options.TryRead(out var name, out var value))
        {
            facts.AddFlag(name, value);
            if (name.Value == "--env-file" && value is not null)
            {
                facts.Add(LaunchFields.EnvironmentFile, value);
            }
        }

        if (subcommand == "task" || words.TakeOrNull() is not { } module)
        {
            return;
        }

        if (subcommand == "eval")
        {
            facts.Add(LaunchFields.Script, module);
            return;
        }

        var spec = PackageSpec.Deno(module);
        if (spec.Ecosystem is not null)
        {
            facts.AddPackage(spec);
            facts.ReadFetched(spec.Name, words);
        }
    }

    private static bool TakesValue(string option) => option is "-c" or "--config" or "--import-map" or "--cert" or "-L" or "--log-level" or "--location" or "--seed" or "-n" or "--name";
}
