using McpScan.Syntax;

namespace McpScan.Modeling.Launching;

/// <summary>The name of a program without its folders and without the extension of an executable.</summary>
internal static class ProgramName
{
    public static ScalarNode Of(ScalarNode program)
    {
        var text = program.Value;
        var start = text.AsSpan().TrimEnd("/\\").LastIndexOfAny('/', '\\') + 1;
        var end = text.Length;
        foreach (var extension in (ReadOnlySpan<string>)[".exe", ".cmd", ".bat", ".com", ".ps1"])
        {
            if (text.AsSpan(start).EndsWith(extension, StringComparison.OrdinalIgnoreCase))
            {
                end -= extension.Length;
                break;
            }
        }

        return end <= start || (start == 0 && end == text.Length) ? program : program.Slice(start, end - start);
    }
}
