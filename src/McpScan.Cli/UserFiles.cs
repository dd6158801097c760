using System.Security.Cryptography;
using System.Text;
using McpScan.Governance.SignOffs;
using McpScan.Text;

namespace McpScan.Cli;

/// <summary>The files that the caller named on the command line: policies, rules, templates, keys, reports. Trouble with them is bad usage.</summary>
internal static class UserFiles
{
    /// <summary>The text of a file.</summary>
    /// <param name="path">The path as the caller wrote it.</param>
    /// <param name="host">The process.</param>
    /// <param name="maxMebibytes">The size beyond which it can be nothing sensible.</param>
    /// <param name="kind">What it should be.</param>
    /// <exception cref="UsageException">It cannot be read, is too large or is no UTF-8.</exception>
    public static SourceText Read(string path, CliHost host, int maxMebibytes = 1, string kind = "policy, rule, template or key")
    {
        try
        {
            var bytes = ReadBytes(path, host, maxMebibytes) ?? throw new UsageException($"'{Shown(path)}' is larger than {maxMebibytes} MiB; that is no {kind}.");
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
            return new SourceText(path.Replace('\\', '/'), text.TrimStart('\uFEFF'));
        }
        catch (Exception e) when (IsTrouble(e))
        {
            throw new UsageException($"'{Shown(path)}' cannot be read: {Reason(e)}.");
        }
    }

    /// <summary>The bytes of a file that may be missing or anything; null with the reason where they cannot be had.</summary>
    public static byte[]? TryRead(string path, CliHost host, int maxMebibytes, out string? problem)
    {
        try
        {
            var bytes = ReadBytes(path, host, maxMebibytes);
            problem = bytes is null ? $"'{Shown(path)}' is larger than {maxMebibytes} MiB." : null;
            return bytes;
        }
        catch (Exception e) when (IsTrouble(e))
        {
            problem = $"'{Shown(path)}' cannot be read: {Reason(e)}.";
            return null;
        }
    }

    /// <summary>A file, however large, by its name and its digest, which is null where it cannot be read.</summary>
    public static SeenFile Look(string path, CliHost host)
    {
        try
        {
            using var stream = File.OpenRead(Path.GetFullPath(path, host.CurrentDirectory));
            return new SeenFile(NameOf(path, host), Convert.ToHexStringLower(SHA256.HashData(stream)));
        }
        catch (Exception e) when (IsTrouble(e))
        {
            return new SeenFile(NameOf(path, host), null);
        }
    }

    /// <summary>How a file is called in what leaves this machine: relative with forward slashes, and by its name alone outside the current folder.</summary>
    public static string NameOf(string path, CliHost host)
    {
        var relative = Path.GetRelativePath(host.CurrentDirectory, Path.GetFullPath(path, host.CurrentDirectory)).Replace('\\', '/');
        return Path.IsPathRooted(relative) || relative == ".." || relative.StartsWith("../", StringComparison.Ordinal) ? Path.GetFileName(path) : relative;
    }

    /// <summary>The rule files below a folder, in path order: path (family folder included) and text.</summary>
    /// <exception cref="UsageException">The folder cannot be read or holds no rule.</exception>
    public static List<(string Path, string Text)> RuleFiles(string folder, CliHost host)
    {
        var full = Path.GetFullPath(folder, host.CurrentDirectory);
        if (!Directory.Exists(full))
        {
            throw new UsageException($"There is no folder '{Shown(folder)}' with rules.");
        }

        var files = Directory.EnumerateFiles(full, "*.yaml", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint })
            .Select(file => (Path: Path.GetRelativePath(full, file).Replace('\\', '/'), Text: Read(file, host).Text))
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .ToList();
        return files.Count > 0 ? files : throw new UsageException($"The folder '{Shown(folder)}' holds no rule: rules are .yaml files in a folder named like their family.");
    }

    /// <summary>Writes a file that must not be there yet.</summary>
    /// <exception cref="UsageException">It is there, or cannot be written.</exception>
    public static void Create(string path, string text, CliHost host)
    {
        var full = Path.GetFullPath(path, host.CurrentDirectory);
        if (Path.Exists(full))
        {
            throw new UsageException($"'{Shown(path)}' is there already and is kept; name another file with -o.");
        }

        Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(text)), host);
    }

    /// <summary>Writes a report whole or not at all.</summary>
    /// <exception cref="UsageException">The file cannot be written.</exception>
    public static void Write(string path, Action<Stream> write, CliHost host)
    {
        var full = Path.GetFullPath(path, host.CurrentDirectory);
        var partial = full + ".partial";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            using (var stream = File.Create(partial))
            {
                write(stream);
            }

            File.Move(partial, full, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"'{Shown(path)}' cannot be written ({e.GetType().Name}); check that it is no folder and that its folder can be written to.");
        }
        finally
        {
            Remove(partial);
        }
    }

    /// <summary>Null for a file that is larger.</summary>
    private static byte[]? ReadBytes(string path, CliHost host, int maxMebibytes)
    {
        var full = Path.GetFullPath(path, host.CurrentDirectory);
        return new FileInfo(full).Length > (long)maxMebibytes << 20 ? null : File.ReadAllBytes(full);
    }

    /// <summary>What a person can do something about, in their words.</summary>
    private static string Reason(Exception e) => e switch
    {
        FileNotFoundException or DirectoryNotFoundException => "there is no such file",
        UnauthorizedAccessException => "it is a folder, or you may not read it",
        DecoderFallbackException => "it is not UTF-8 text; save it as such",
        _ => $"{e.GetType().Name}; check the path",
    };

    private static bool IsTrouble(Exception e) => e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException;

    private static void Remove(string partial)
    {
        try
        {
            File.Delete(partial);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What could not be made cannot be removed either; the trouble was said.
        }
    }

    private static string Shown(string path) => new Untrusted(path).ToString();
}
