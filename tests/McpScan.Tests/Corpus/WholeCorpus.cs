using McpScan.Tests.Cli;

namespace McpScan.Tests.Corpus;

/// <summary>All cases and the samples in one folder, as a fleet would be audited.</summary>
internal static class WholeCorpus
{
    /// <summary>Every file: its path below the audited folder, and its bytes.</summary>
    public static IReadOnlyList<(string Path, byte[] Bytes)> Files()
    {
        var samples = Repository.PathOf("samples/servers");
        return
        [
            .. CorpusCase.All.SelectMany(c => c.Files().Select(f => ($"{c}/{f.Path}", f.Bytes))),
            .. Directory.EnumerateFiles(samples, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })
                .Order(StringComparer.Ordinal)
                .Select(f => ($"samples/{Path.GetRelativePath(samples, f).Replace('\\', '/')}", File.ReadAllBytes(f))),
        ];
    }

    /// <summary>A run with all files below <c>fleet/</c>.</summary>
    public static CliRun Run()
    {
        var run = new CliRun();
        foreach (var (path, bytes) in Files())
        {
            run.With($"fleet/{path}", bytes);
        }

        return run;
    }
}
