using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using McpScan.Tests.Cli;

namespace McpScan.Tests.Corpus;

/// <summary>
/// A case of <c>tests/corpus/{malicious,benign}/NAME</c>: <c>files/</c> is what is audited, <c>expected.txt</c> what the audit must come to at least,
/// <c>golden/</c> what its reports say today.
/// </summary>
/// <remarks>
/// Nothing committed may look like a live secret: <c>{{join:ab|cd}}</c> stands for <c>abcd</c>. Nothing committed is binary: the folder
/// <c>x.mcpb.parts</c> stands for the archive <c>x.mcpb</c> of its files.
/// </remarks>
internal sealed partial record CorpusCase(string Kind, string Name)
{
    private const string Root = "tests/corpus";
    private const string PartsSuffix = ".parts";

    /// <summary>Every case, in order of kind and name.</summary>
    public static IReadOnlyList<CorpusCase> All { get; } =
    [
        .. from kind in (string[])["benign", "malicious"]
           from folder in Directory.EnumerateDirectories(Repository.PathOf($"{Root}/{kind}")).Order(StringComparer.Ordinal)
           select new CorpusCase(kind, Path.GetFileName(folder)),
    ];

    /// <summary>The committed folder, relative to the repository.</summary>
    public string Folder => $"{Root}/{Kind}/{Name}";

    public override string ToString() => $"{Kind}/{Name}";

    public static CorpusCase Parse(string name) => All.Single(c => c.ToString() == name);

    /// <summary>The verdict and the rule ids of <c>expected.txt</c>: a line <c>verdict X</c>, then an id a line.</summary>
    public (string Verdict, string[] Rules) Expected()
    {
        var lines = File.ReadAllLines(Repository.PathOf($"{Folder}/expected.txt"));
        return (lines[0]["verdict ".Length..], lines[1..]);
    }

    /// <summary>The files as they are audited: path and bytes, in ordinal order.</summary>
    public IReadOnlyList<(string Path, byte[] Bytes)> Files()
    {
        var root = Repository.PathOf($"{Folder}/files");
        var parts = new SortedDictionary<string, List<(string Path, byte[] Bytes)>>(StringComparer.Ordinal);
        var files = new List<(string Path, byte[] Bytes)>();
        foreach (var file in Directory.EnumerateFiles(root, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None }))
        {
            var path = Path.GetRelativePath(root, file).Replace('\\', '/');
            var bytes = Encoding.UTF8.GetBytes(Join(File.ReadAllText(file)));
            if (path.IndexOf($"{PartsSuffix}/", StringComparison.Ordinal) is >= 0 and var at)
            {
                var archive = path[..at];
                (parts.TryGetValue(archive, out var members) ? members : parts[archive] = []).Add((path[(at + PartsSuffix.Length + 1)..], bytes));
            }
            else
            {
                files.Add((path, bytes));
            }
        }

        files.AddRange(parts.Select(archive => (archive.Key, Pack(archive.Value))));
        return [.. files.OrderBy(f => f.Path, StringComparer.Ordinal)];
    }

    /// <summary>Writes the files below a folder of a run.</summary>
    public void CopyTo(CliRun run, string below = "")
    {
        foreach (var (path, bytes) in Files())
        {
            run.With(below + path, bytes);
        }
    }

    private static string Join(string text) => Placeholder().Replace(text, match => match.Groups[1].Value.Replace("|", "", StringComparison.Ordinal));

    private static byte[] Pack(List<(string Path, byte[] Bytes)> members)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, bytes) in members.OrderBy(m => m.Path, StringComparer.Ordinal))
            {
                // Stored, not deflated: the bytes must not depend on the version of a compressor.
                var entry = archive.CreateEntry(path, CompressionLevel.NoCompression);
                entry.LastWriteTime = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var content = entry.Open();
                content.Write(bytes);
            }
        }

        return stream.ToArray();
    }

    [GeneratedRegex(@"\{\{join:([^{}]*)\}\}")]
    private static partial Regex Placeholder();
}
