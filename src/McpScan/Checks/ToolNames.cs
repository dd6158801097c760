namespace McpScan.Checks;

/// <summary>Names of tools as people mix them up.</summary>
internal static class ToolNames
{
    /// <summary>The name in lower case without separators: <c>send_mail</c>, <c>send-mail</c> and <c>sendMail</c> are one to a hasty reader.</summary>
    public static string Plain(string name) =>
        string.Create(name.Count(char.IsLetterOrDigit), name, static (plain, source) =>
        {
            var at = 0;
            foreach (var c in source)
            {
                if (char.IsLetterOrDigit(c))
                {
                    plain[at++] = char.ToLowerInvariant(c);
                }
            }
        });

    /// <summary>Whether two names have the same plain form, found out without making it.</summary>
    public static bool AreAlike(string one, string other)
    {
        var (i, j) = (0, 0);
        while (true)
        {
            while (i < one.Length && !char.IsLetterOrDigit(one[i]))
            {
                i++;
            }

            while (j < other.Length && !char.IsLetterOrDigit(other[j]))
            {
                j++;
            }

            if (i == one.Length || j == other.Length)
            {
                return i == one.Length && j == other.Length;
            }

            if (char.ToLowerInvariant(one[i++]) != char.ToLowerInvariant(other[j++]))
            {
                return false;
            }
        }
    }
}
