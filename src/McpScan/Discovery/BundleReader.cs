namespace McpScan.Discovery;

internal static class BundleReader
{
    public static void Examine(InputFile file, WalkLimits limits, Examination result) =>
        result.Lose(file.Path, "archive", "not yet");
}
