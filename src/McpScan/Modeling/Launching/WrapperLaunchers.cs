namespace McpScan.Modeling.Launching;

/// <summary>Programs that run another program: sudo, env, secret injectors, project runners.</summary>
internal static class WrapperLaunchers
{
    public static void ReadSudo(LaunchFacts facts, ArgumentCursor words)
    {
        ReadOptions(facts, words, static option => option is "-u" or "--user" or "-g" or "--group" or "-C" or "-h" or "--host" or "-p" or "--prompt" or "-D" or "--chdir" or "-T");
        ReadAssignments(facts, words);
        facts.ReadCommand(words);
    }

    public static void ReadEnv(LaunchFacts facts, ArgumentCursor words)
    {
        var options = new OptionReader(words, static option => option is "-u" or "--unset" or "-C" or "--chdir" or "-S" or "--split-string");
        while (options.TryRead(out var name, out var value))
        {
            facts.AddFlag(name, value);
            if (name.Value is "-S" or "--split-string" && value is not null)
            {
                facts.ReadLine(value);
            }
        }

        ReadAssignments(facts, words);
        facts.ReadCommand(words);
    }

    public static void ReadPlain(LaunchFacts facts, ArgumentCursor words)
    {
        ReadOptions(facts, words, static _ => false);
        facts.ReadCommand(words);
    }

    public static void ReadNiceOrTimeout(LaunchFacts facts, ArgumentCursor words)
    {
        ReadOptions(facts, words, static option => option is "-n" or "--adjustment" or "-c" or "-s" or "--signal" or "-k" or "--kill-after");
        if (words.Peek is { Value: [>= '0' and <= '9', ..] })
        {
            words.TakeOrNull();
        }

        facts.ReadCommand(words);
    }

    /// <summary><c>op run --env-file .env -- npx server</c>.</summary>
    public static void ReadBehindDashes(LaunchFacts facts, ArgumentCursor words)
    {
        if (words.SkipBehind("--"))
        {
            facts.ReadCommand(words);
        }
    }

    public static void ReadEnvMcp(LaunchFacts facts, ArgumentCursor words)
    {
        var options = new OptionReader(words, static option => option is "-e" or "--env-file");
        while (options.TryRead(out var name, out var value))
        {
            facts.AddFlag(name, value);
            if (value is not null)
            {
                facts.Add(LaunchFields.EnvironmentFile, value);
            }
        }

        facts.ReadCommand(words);
    }

    /// <summary><c>poetry run program</c>.</summary>
    public static void ReadProjectRun(LaunchFacts facts, ArgumentCursor words)
    {
        ReadOptions(facts, words, static option => option is "-C" or "--directory" or "-P" or "--project" or "-p" or "-e" or "--env");
        if (words.TryTake("run"))
        {
            ReadPlain(facts, words);
        }
    }

    /// <summary><c>conda run -n tools program</c>, <c>fnm exec --using 22 npx server</c>.</summary>
    public static void ReadEnvironmentRun(LaunchFacts facts, ArgumentCursor words)
    {
        if (words.TakeOrNull() is { Value: "run" or "exec" })
        {
            ReadOptions(facts, words, static option => option is "-n" or "--name" or "-p" or "--prefix" or "--cwd" or "--using" or "--node" or "--npm" or "--yarn");
            facts.ReadCommand(words);
        }
    }

    public static void ReadWsl(LaunchFacts facts, ArgumentCursor words)
    {
        var options = new OptionReader(words, static option => option is "-d" or "--distribution" or "-u" or "--user" or "--cd" or "--shell-type", DashStyle.Whole);
        while (options.TryRead(out var name, out var value))
        {
            facts.AddFlag(name, value);
        }

        facts.ReadCommand(words);
    }

    /// <summary>Assignments before a command: <c>A=1 B=2 program</c>.</summary>
    public static void ReadAssignments(LaunchFacts facts, ArgumentCursor words)
    {
        while (words.Peek is { } word && IsAssignment(word.Value))
        {
            words.TakeOrNull();
            facts.AddVariable(word);
        }
    }

    private static void ReadOptions(LaunchFacts facts, ArgumentCursor words, Func<string, bool> takesValue)
    {
        var options = new OptionReader(words, takesValue);
        while (options.TryRead(out var name, out var value))
        {
            facts.AddFlag(name, value);
        }
    }

    private static bool IsAssignment(string word)
    {
        var equals = word.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0 || char.IsAsciiDigit(word[0]))
        {
            return false;
        }

        foreach (var c in word.AsSpan(0, equals))
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '_')
            {
                return false;
            }
        }

        return true;
    }
}
