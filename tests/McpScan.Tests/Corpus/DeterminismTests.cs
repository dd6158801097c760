using System.Diagnostics;
using System.Security.Cryptography;
using McpScan.Tests.Cli;

namespace McpScan.Tests.Corpus;

/// <summary>The same input gives the same bytes in every format, whatever the file system, the machine and the spelling of a path.</summary>
public sealed class DeterminismTests
{
    private static readonly string[] Reports = ["r.json", "r.sarif", "r.md", "r.html"];

    [Fact]
    public void The_order_in_which_files_were_made_does_not_matter()
    {
        var files = WholeCorpus.Files().ToArray();
        var expected = Audit(files, "fleet");
        Array.Reverse(files);
        Audit(files, "fleet").ShouldBe(expected);
        new Random(7).Shuffle(files);
        Audit(files, "fleet").ShouldBe(expected);
    }

    [Theory]
    [InlineData("./fleet")]
    [InlineData("fleet/")]
    [InlineData("benign/../fleet/.")]
    [InlineData("fleet", "fleet/samples")]
    [InlineData("fleet", "./fleet")]
    public void The_spelling_of_a_path_does_not_matter(params string[] paths)
    {
        using var run = WholeCorpus.Run();
        Audit(run, paths).ShouldBe(Audit(run, "fleet"));
        Audit(run, Path.Combine(run.Folder, "fleet")).ShouldBe(Audit(run, "fleet"));
    }

    [Fact]
    public void The_number_of_processors_does_not_matter()
    {
        using var run = WholeCorpus.Run();
        var one = AuditInChild(run, processors: 1);
        one.ShouldBe(AuditInChild(run, processors: 7));
        one.ShouldBe(Audit(run, "fleet")[1..]);
    }

    [Fact]
    public void Another_input_gives_other_bytes()
    {
        var files = WholeCorpus.Files();
        Audit(files.Skip(1), "fleet").Intersect(Audit(files, "fleet")).ShouldBeEmpty();
    }

    private static string[] Audit(IEnumerable<(string Path, byte[] Bytes)> files, string path)
    {
        using var run = new CliRun();
        foreach (var (name, bytes) in files)
        {
            run.With($"fleet/{name}", bytes);
        }

        return Audit(run, path);
    }

    /// <summary>Digests of all reports, the console's first.</summary>
    private static string[] Audit(CliRun run, params string[] paths)
    {
        run.Run(["audit", .. paths, "--verbose", .. Reports.SelectMany(r => (string[])["-o", r])]).ShouldBe(1, run.Error);
        return [Digest(run.OutputBytes), .. Reports.Select(r => Digest(File.ReadAllBytes(Path.Combine(run.Folder, r))))];
    }

    private static string[] AuditInChild(CliRun run, int processors)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            UseShellExecute = false,
            WorkingDirectory = run.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DOTNET_PROCESSOR_COUNT"] = $"{processors}", ["SOURCE_DATE_EPOCH"] = "" },
        };
        foreach (var argument in (string[])[typeof(McpScan.Cli.CliHost).Assembly.Location, "audit", "fleet", .. Reports.SelectMany(r => (string[])["-o", r])])
        {
            start.ArgumentList.Add(argument);
        }

        using var child = Process.Start(start)!;
        var output = child.StandardOutput.ReadToEndAsync();
        var error = child.StandardError.ReadToEnd();
        child.WaitForExit();
        output.Wait();
        child.ExitCode.ShouldBe(1, error);
        return [.. Reports.Select(r => Digest(File.ReadAllBytes(Path.Combine(run.Folder, r))))];
    }

    private static string Digest(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
