namespace McpScan.Modeling.Launching;

/// <summary>Programs that run a command on another machine or in a cluster.</summary>
internal static class RemoteShells
{
    public static void ReadKubectl(LaunchFacts facts, ArgumentCursor words)
    {
        var options = new OptionReader(words, TakesValue);
        ReadFlags(facts, options);
        if (words.TakeOrNull() is not { Value: "exec" or "run" or "debug" })
        {
            return;
        }

        // Options may stand on both sides of the pod's name, the command behind '--'.
        ReadFlags(facts, new OptionReader(words, TakesValue));
        if (words.SkipBehind("--"))
        {
            facts.ReadCommand(words);
        }
    }

    public static void ReadSsh(LaunchFacts facts, ArgumentCursor words)
    {
        ReadFlags(facts, new OptionReader(words, static option => option.Length == 2 && "BbcDEeFIiJLlmOopQRSWw".Contains(option[1], StringComparison.Ordinal)));
        if (words.TakeOrNull() is null)
        {
            return;
        }

        ReadFlags(facts, new OptionReader(words, static _ => false));
        var rest = words.Rest();
        foreach (var word in rest)
        {
            facts.Add(LaunchFields.Script, word);
        }

        if (rest is [var line])
        {
            facts.ReadLine(line);
        }
        else
        {
            facts.ReadCommand(words);
        }
    }

    private static void ReadFlags(LaunchFacts facts, OptionReader options)
    {
        while (options.TryRead(out var name, out var value))
        {
            facts.AddFlag(name, value);
        }
    }

    private static bool TakesValue(string option) => option is
        "-n" or "--namespace" or "-c" or "--container" or "--context" or "--kubeconfig" or "--cluster" or "--user" or "-s" or "--server" or "--token" or "--image" or "-f" or "--as"
        or "--as-group" or "--overrides" or "--env" or "--restart" or "--target";
}
