using System.Text;
using McpScan.Cli;

namespace McpScan.Tests.Cli;

/// <summary>A run of the command line in process, in a folder of its own.</summary>
internal sealed class CliRun : IDisposable
{
    private readonly Dictionary<string, string> _variables = new(StringComparer.Ordinal);

    /// <summary>What the clock says.</summary>
    public DateTimeOffset Now { get; set; } = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public string Folder { get; } = Directory.CreateTempSubdirectory("mcpscan-test-").FullName;

    public string Output { get; private set; } = "";

    public byte[] OutputBytes { get; private set; } = [];

    public string Error { get; private set; } = "";

    public CliRun With(string path, string text) => With(path, Encoding.UTF8.GetBytes(text));

    public CliRun With(string path, byte[] bytes)
    {
        var full = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, bytes);
        return this;
    }

    public CliRun WithVariable(string name, string value)
    {
        _variables[name] = value;
        return this;
    }

    public string Read(string path) => File.ReadAllText(Path.Combine(Folder, path));

    public bool Exists(string path) => File.Exists(Path.Combine(Folder, path));

    /// <summary>Runs a command line and keeps what it printed; returns the exit code.</summary>
    public int Run(params string[] args) => RunIn("", args);

    /// <summary>The same from a folder below.</summary>
    public int RunIn(string below, params string[] args)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter();
        var host = new CliHost(output, () => error, Path.Combine(Folder, below), name => _variables.GetValueOrDefault(name), () => Now, OutputIsTerminal: false, ErrorIsTerminal: false, Width: 80);
        var code = CommandLine.Run(args, host);
        OutputBytes = output.ToArray();
        Output = Encoding.UTF8.GetString(OutputBytes);
        Error = error.ToString();
        return code;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
