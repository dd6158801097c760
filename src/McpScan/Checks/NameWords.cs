namespace McpScan.Checks;

/// <summary>Splits a programmatic name into its words: <c>delete_file</c>, <c>delete-file</c>, <c>deleteFile</c>, <c>HTTPDelete</c> and <c>fs/delete.file</c> alike.</summary>
internal static class NameWords
{
    /// <summary>The longest part of a name that is looked at; a name beyond it is an attack on the reader, not a name.</summary>
    private const int MaxLength = 512;

    /// <summary>Start and length of each word, from left to right.</summary>
    public static IEnumerable<(int Start, int Length)> Of(string name)
    {
        var end = Math.Min(name.Length, MaxLength);
        var start = 0;
        for (var i = 0; i < end; i++)
        {
            if (!char.IsLetterOrDigit(name[i]))
            {
                if (i > start)
                {
                    yield return (start, i - start);
                }

                start = i + 1;
            }
            else if (i > start && IsBoundary(name, i))
            {
                yield return (start, i - start);
                start = i;
            }
        }

        if (end > start)
        {
            yield return (start, end - start);
        }
    }

    // aB, 1B, and the B of ABc, where an abbreviation ends and a word begins.
    private static bool IsBoundary(string name, int i) =>
        char.IsUpper(name[i]) && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
}
