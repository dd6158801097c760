using McpScan.Syntax;

namespace McpScan.Modeling.Launching;

/// <summary>Collects what a command line says; the parsers of the launcher families write to it.</summary>
internal sealed class LaunchFacts(EntryCollector entries)
{
    /// <summary>Commands within commands that are followed: <c>sudo env bash -c "npx …"</c> is four.</summary>
    private const int MaxNesting = 8;

    /// <summary>Commands of one script that are looked into.</summary>
    private const int MaxScriptCommands = 32;

    private int _nesting;

    public EntryCollector Entries => entries;

    public void Add(Field field, DataNode node, ScalarNode? key = null) => entries.Add(field, node, key);

    /// <summary>A flag of the launcher itself, with the value it was given or else the flag again.</summary>
    public void AddFlag(ScalarNode name, ScalarNode? value) => Add(LaunchFields.LauncherFlag, value ?? name, name);

    /// <summary>An assignment <c>NAME=value</c>, or a bare <c>NAME</c> that is passed on.</summary>
    public void AddVariable(ScalarNode assignment)
    {
        var equals = assignment.Value.IndexOf('=', StringComparison.Ordinal);
        if (equals > 0)
        {
            Add(LaunchFields.Environment, assignment.Slice(equals + 1, assignment.Value.Length - equals - 1), assignment.Slice(0, equals));
        }
        else if (equals < 0)
        {
            Add(LaunchFields.EnvironmentPassed, assignment);
        }
    }

    /// <summary>A package that a launcher fetches.</summary>
    public void AddPackage(PackageSpec spec)
    {
        Add(LaunchFields.Package, spec.Whole);
        Add(LaunchFields.PackageName, spec.Name);
        if (spec.Version is { } version)
        {
            Add(LaunchFields.PackageVersion, version);
        }

        if (spec.Ecosystem is { } ecosystem)
        {
            Add(LaunchFields.PackageEcosystem, spec.Whole, DerivedScalar.At(spec.Whole, ecosystem));
        }
    }

    /// <summary>A program with its words. Within another command only known launchers count: <c>cd</c> launches nothing.</summary>
    public void ReadCommand(ArgumentCursor words, bool isInner = true)
    {
        if (words.TakeOrNull() is not { } program)
        {
            return;
        }

        var name = ProgramName.Of(program);
        var parser = Launchers.Find(name.Value);
        if (!isInner || parser is not null)
        {
            Add(LaunchFields.Launcher, name);
        }

        Read(parser, words);
    }

    /// <summary>A program that a launcher fetched by the name of its package: it may be a launcher or a bridge itself.</summary>
    public void ReadFetched(ScalarNode packageName, ArgumentCursor words) => Read(Launchers.Find(packageName.Value), words);

    /// <summary>The inner command of a shell: kept as it is, and looked into where it is a chain of simple commands.</summary>
    public void ReadScript(ScalarNode script)
    {
        Add(LaunchFields.Script, script);
        ReadLine(script);
    }

    /// <summary>A command line within a word.</summary>
    public void ReadLine(ScalarNode line)
    {
        if (_nesting >= MaxNesting)
        {
            return;
        }

        _nesting++;
        var left = MaxScriptCommands;
        foreach (var command in CommandWords.OfScript(line))
        {
            if (left-- == 0)
            {
                break;
            }

            var words = new ArgumentCursor(command);
            WrapperLaunchers.ReadAssignments(this, words);
            ReadCommand(words);
        }

        _nesting--;
    }

    /// <summary>Reads on with a parser, unless commands lie too deep within commands.</summary>
    public void Read(LauncherParser? parser, ArgumentCursor words)
    {
        if (parser is not null && _nesting < MaxNesting)
        {
            _nesting++;
            parser(this, words);
            _nesting--;
        }
    }
}
