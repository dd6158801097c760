namespace McpScan.Cli;

/// <summary>Puts a mended file in the place of the original: whole or not at all, and only if the original is still what was audited.</summary>
internal static class FixedFiles
{
    /// <summary>The bytes of a file that may be mended; null with a problem for one that may not.</summary>
    /// <param name="path">Full path.</param>
    /// <param name="problem">Why it may not.</param>
    public static byte[]? Read(string path, out string? problem)
    {
        problem = null;
        try
        {
            if (IsLinked(path))
            {
                problem = "It is a link, or lies behind one; name the folder that it leads to.";
                return null;
            }

            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problem = $"It cannot be read ({e.GetType().Name}).";
            return null;
        }
    }

    /// <summary>Replaces a file in one step; null on success, else why the original was kept.</summary>
    public static string? Replace(string path, byte[] before, byte[] after)
    {
        var partial = Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.{Path.GetRandomFileName()}.mcpscan");
        try
        {
            // Asks the system whether the user may write to it, which a rename would not.
            using (File.Open(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite))
            {
            }

            using (var stream = new FileStream(partial, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                stream.Write(after);
                stream.Flush(flushToDisk: true);
            }

            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(partial, File.GetUnixFileMode(path));
            }

            // As late as can be: an editor may have saved meanwhile.
            if (IsLinked(path) || !File.ReadAllBytes(path).AsSpan().SequenceEqual(before))
            {
                return "It was changed while it was being mended.";
            }

            File.Move(partial, path, overwrite: true);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"It cannot be written ({e.GetType().Name}).";
        }
        finally
        {
            Remove(partial);
        }
    }

    private static bool IsLinked(string path) => new FileInfo(path).LinkTarget is not null;

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
}
