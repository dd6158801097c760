using McpScan.Syntax;

namespace McpScan.Modeling.Launching;

/// <summary>dnx and dotnet: <c>dnx Name@1.2.3 --yes -- …</c>, <c>dotnet tool exec</c>, <c>dotnet run</c>.</summary>
internal static class DotnetLaunchers
{
    /// <summary>dnx takes its own options before and behind the package, up to <c>--</c> or the first that it does not know.</summary>
    public static void ReadDnx(LaunchFacts facts, ArgumentCursor words)
    {
        ReadToolOptions(facts, words);
        if (words.TakeOrNull() is not { } package)
        {
            return;
        }

        facts.AddPackage(PackageSpec.NuGet(package));
        ReadToolOptions(facts, words);
    }

    public static void ReadDotnet(LaunchFacts facts, ArgumentCursor words)
    {
        switch (words.Peek?.Value)
        {
            case "dnx":
                words.TakeOrNull();
                ReadDnx(facts, words);
                break;
            case "tool":
                words.TakeOrNull();
                if (words.TakeOrNull()?.Value is "exec" or "install" or "update")
                {
                    ReadDnx(facts, words);
                }

                break;
            case "run" or "exec" or "watch":
                words.TakeOrNull();
                ReadFlags(facts, words, static option => option is
                    "-c" or "--configuration" or "-f" or "--framework" or "-r" or "--runtime" or "-p" or "--project" or "-lp" or "--launch-profile" or "-v" or "--verbosity"
                    or "--file" or "-a" or "--arch" or "--os" or "-e" or "--environment" or "--depsfile" or "--runtimeconfig" or "--additionalprobingpath" or "--additional-deps");
                break;
        }
    }

    private static void ReadToolOptions(LaunchFacts facts, ArgumentCursor words)
    {
        while (words.Peek is { } next && IsToolOption(next.Value))
        {
            if (words.TryTake("--"))
            {
                return;
            }

            var options = new OptionReader(words, ToolTakesValue, DashStyle.Whole);
            if (options.TryRead(out var name, out var value))
            {
                facts.AddFlag(name, value);
                if (name.Value == "--version" && value is not null)
                {
                    facts.Add(LaunchFields.PackageVersion, value);
                }
            }
        }
    }

    private static void ReadFlags(LaunchFacts facts, ArgumentCursor words, Func<string, bool> takesValue)
    {
        var options = new OptionReader(words, takesValue, DashStyle.Whole);
        while (options.TryRead(out var name, out var value))
        {
            facts.AddFlag(name, value);
            if (name.Value is "-e" or "--environment" && value is not null)
            {
                facts.AddVariable(value);
            }
        }
    }

    private static bool IsToolOption(string word)
    {
        var name = word.IndexOf('=', StringComparison.Ordinal) is var equals and > 0 ? word[..equals] : word;
        return ToolTakesValue(name) || name is "--" or "-y" or "--yes" or "--prerelease" or "--allow-roll-forward" or "--interactive" or "--ignore-failed-sources"
            or "-g" or "--global" or "--local" or "--allow-downgrade" or "--create-manifest-if-needed" or "--disable-parallel" or "--no-cache";
    }

    private static bool ToolTakesValue(string option) => option is
        "--version" or "--source" or "-s" or "--add-source" or "--configfile" or "-v" or "--verbosity" or "--framework" or "--tool-path" or "--tool-manifest" or "-a" or "--arch";
}
