namespace McpScan.Reporting.Terminal;

/// <summary>Keeps text from giving orders to the runner of a build that reads the log.</summary>
internal static class BuildLog
{
    /// <summary>
    /// Shows the sign that would make a command of the line as its code point. GitHub takes <c>::name</c> at the start of a trimmed line and
    /// <c>##[name]</c> anywhere in one; Azure takes <c>##vso[</c> anywhere, TeamCity <c>##teamcity[</c>.
    /// </summary>
    public static string Disarm(string line)
    {
        for (var at = line.IndexOf("##", StringComparison.Ordinal); at >= 0; at = line.IndexOf("##", at + 1, StringComparison.Ordinal))
        {
            var end = at + 2;
            while (end < line.Length && char.IsAsciiLetter(line[end]))
            {
                end++;
            }

            if (end < line.Length && line[end] == '[')
            {
                line = line[..(at + 1)] + "⟨U+0023⟩" + line[(at + 2)..];
            }
        }

        var start = TextStart(line);
        return line.AsSpan(start).StartsWith("::", StringComparison.Ordinal) ? line[..start] + "⟨U+003A⟩" + line[(start + 1)..] : line;
    }

    /// <summary>Where the line begins behind white space and our own styles.</summary>
    private static int TextStart(string line)
    {
        var at = 0;
        while (at < line.Length)
        {
            if (char.IsWhiteSpace(line[at]))
            {
                at++;
            }
            else if (line[at] == '\u001b' && line.IndexOf('m', at) is var end and >= 0)
            {
                at = end + 1;
            }
            else
            {
                break;
            }
        }

        return at;
    }
}
