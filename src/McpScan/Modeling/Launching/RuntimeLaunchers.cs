namespace McpScan.Modeling.Launching;

/// <summary>Runtimes and build tools that run what lies on the disk or, for Go, what they fetch.</summary>
internal static class RuntimeLaunchers
{
    public static void ReadJava(LaunchFacts facts, ArgumentCursor words)
    {
        var options = new OptionReader(words, static option => option is "-cp" or "-classpath" or "--class-path" or "-p" or "--module-path" or "--add-modules", DashStyle.Whole);
        while (words.Peek?.Value is not "-jar" && options.TryRead(out var name, out var value))
        {
            facts.AddFlag(name, value);
        }
    }

    public static void ReadGo(LaunchFacts facts, ArgumentCursor words)
    {
        if (words.TakeOrNull() is not { Value: "run" or "install" })
        {
            return;
        }

        var options = new OptionReader(words, static option => option is "-C" or "-exec" or "-tags" or "-ldflags" or "-mod" or "-modfile", DashStyle.Whole);
        while (options.TryRead(out var name, out var value))
        {
            facts.AddFlag(name, value);
        }

        // Only a module with a host in its path is fetched.
        if (words.TakeOrNull() is { } module && PackageSpec.Go(module) is { Ecosystem: not null } spec
            && spec.Name.Value.Split('/')[0].Contains('.', StringComparison.Ordinal) && !spec.Name.Value.EndsWith(".go", StringComparison.Ordinal))
        {
            facts.AddPackage(spec);
        }
    }

    /// <summary><c>nix run github:owner/repository[/revision] -- …</c>; a flake of the local registry or a path is no package.</summary>
    public static void ReadNix(LaunchFacts facts, ArgumentCursor words)
    {
        if (words.TakeOrNull() is not { Value: "run" or "shell" or "develop" })
        {
            return;
        }

        var options = new OptionReader(words, static option => option is "--inputs-from" or "--option" or "-I" or "--extra-experimental-features", DashStyle.Whole);
        while (options.TryRead(out var name, out var value))
        {
            facts.AddFlag(name, value);
        }

        if (words.TakeOrNull() is { } flake && PackageSpec.Npm(flake) is { Ecosystem: "git" } spec)
        {
            facts.AddPackage(spec);
        }
    }

    public static void ReadCargo(LaunchFacts facts, ArgumentCursor words)
    {
        words.TakeOrNull();
        var options = new OptionReader(words, static option => option is
            "--manifest-path" or "-p" or "--package" or "--bin" or "--example" or "-F" or "--features" or "--profile" or "--target" or "--target-dir"
            or "--config" or "-j" or "--jobs" or "--git" or "--branch" or "--rev" or "--tag" or "--version" or "--path" or "--registry" or "--index");
        while (options.TryRead(out var name, out var value))
        {
            facts.AddFlag(name, value);
        }
    }

    /// <summary>Interpreters that take code behind <c>-e</c> or <c>-r</c>.</summary>
    public static void ReadInline(LaunchFacts facts, ArgumentCursor words)
    {
        var options = new OptionReader(words, static option => option is "-e" or "-E" or "-r" or "-I" or "-d");
        while (options.TryRead(out var name, out var value))
        {
            facts.AddFlag(name, value);
            if (name.Value is "-e" or "-E" or "-r" && value is not null)
            {
                facts.Add(LaunchFields.Script, value);
            }
        }
    }
}
