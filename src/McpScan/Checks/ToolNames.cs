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
}
