using System.Text;
using McpScan.Syntax;

namespace McpScan.Modeling.Launching;

/// <summary>Shells that run a command given as a word: sh and its kin, cmd, PowerShell.</summary>
internal static class ShellLaunchers
{
    public static void ReadPosix(LaunchFacts facts, ArgumentCursor words)
    {
        var hasCommand = false;
        var options = new OptionReader(words, static option => option is "-o" or "-O" or "+O" or "--rcfile" or "--init-file");
        while (options.TryRead(out var name, out var value))
        {
            facts.AddFlag(name, value);
            hasCommand |= name.Value is "-c" or "--command";
            if (name.Value == "--command" && value is not null)
            {
                facts.ReadScript(value);
                return;
            }
        }

        if (hasCommand && words.TakeOrNull() is { } script)
        {
            facts.ReadScript(script);
        }
    }

    /// <summary><c>cmd /c npx -y server</c>: the words behind the switch are the command, or one word holds it whole.</summary>
    public static void ReadCmd(LaunchFacts facts, ArgumentCursor words)
    {
        while (words.Peek is { Value: ['/', _, ..] } option)
        {
            words.TakeOrNull();
            var isCommand = option.Value[1] is 'c' or 'C' or 'k' or 'K' or 'r' or 'R';
            if (isCommand && option.Value.Length > 2)
            {
                // '/c npx -y server' in one word.
                facts.AddFlag(option.Slice(0, 2), null);
                facts.ReadScript(option.Slice(2, option.Value.Length - 2));
                return;
            }

            facts.AddFlag(option, null);
            if (isCommand)
            {
                ReadRest(facts, words);
                return;
            }
        }
    }

    public static void ReadPowerShell(LaunchFacts facts, ArgumentCursor words)
    {
        while (words.Peek is { Value: ['-' or '/', _, ..] } option)
        {
            words.TakeOrNull();
            var name = option.Value.AsSpan(1);
            if (IsShortOf(name, "command", 1))
            {
                facts.AddFlag(option, null);
                ReadRest(facts, words);
                return;
            }

            var isEncoded = IsShortOf(name, "encodedcommand", 1) || name.Equals("ec", StringComparison.OrdinalIgnoreCase);
            var takesValue = isEncoded || IsShortOf(name, "executionpolicy", 2) || name.Equals("ep", StringComparison.OrdinalIgnoreCase)
                || IsShortOf(name, "windowstyle", 1) || IsShortOf(name, "file", 1) || IsShortOf(name, "version", 1) || IsShortOf(name, "inputformat", 2)
                || IsShortOf(name, "outputformat", 1) || IsShortOf(name, "workingdirectory", 2) || IsShortOf(name, "configurationname", 4);
            var value = takesValue ? words.TakeOrNull() : null;
            facts.AddFlag(option, value);
            if (isEncoded && value is not null)
            {
                facts.Add(LaunchFields.Script, value);
                if (Decode(value.Value) is { } decoded)
                {
                    facts.ReadScript(DerivedScalar.At(value.Source, value.ContentSpan, decoded));
                }

                return;
            }

            if (IsShortOf(name, "file", 1))
            {
                return;
            }
        }

        // Without a switch, Windows PowerShell takes the words as a command.
        if (words.Peek is not null)
        {
            ReadRest(facts, words);
        }
    }

    // One word is a command line; several are a command that is already split.
    private static void ReadRest(LaunchFacts facts, ArgumentCursor words)
    {
        var rest = words.Rest();
        if (rest is [var line])
        {
            facts.ReadScript(line);
            return;
        }

        foreach (var word in rest)
        {
            facts.Add(LaunchFields.Script, word);
        }

        facts.ReadCommand(words);
    }

    // PowerShell takes any unambiguous beginning of a parameter's name.
    private static bool IsShortOf(ReadOnlySpan<char> name, string parameter, int least) =>
        name.Length >= least && parameter.AsSpan().StartsWith(name, StringComparison.OrdinalIgnoreCase);

    private static string? Decode(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var length) && length > 1 ? Encoding.Unicode.GetString(bytes, 0, length) : null;
    }
}
