namespace McpScan.Modeling.Launching;

/// <summary>Filesystem servers: every positional word is a path that the model may read and write.</summary>
internal static class GrantedPaths
{
    public static void Read(LaunchFacts facts, ArgumentCursor words)
    {
        while (words.TakeOrNull() is { } word)
        {
            if (word.Value is not ("" or ['-', ..]))
            {
                facts.Add(LaunchFields.Mount, word);
            }
        }
    }
}
