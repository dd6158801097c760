using System.Text;

namespace McpScan.Tests;

/// <summary>Compares what the code makes with a committed file; <c>MCPSCAN_UPDATE=1</c> rewrites the file instead.</summary>
internal static class Golden
{
    private static bool IsUpdate => Environment.GetEnvironmentVariable("MCPSCAN_UPDATE") == "1";

    /// <param name="relativePath">The committed file, relative to the root of the repository.</param>
    /// <param name="actual">What the code made.</param>
    public static void Match(string relativePath, string actual)
    {
        var path = Repository.PathOf(relativePath);
        if (IsUpdate)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual, new UTF8Encoding(false));
            return;
        }

        var expected = File.Exists(path) ? File.ReadAllText(path) : "";
        if (expected == actual)
        {
            return;
        }

        Assert.Fail($"{relativePath} differs {FirstDifference(expected, actual)}. If the change is meant: MCPSCAN_UPDATE=1 dotnet test");
    }

    private static string FirstDifference(string expected, string actual)
    {
        var was = expected.Split('\n');
        var now = actual.Split('\n');
        var line = 0;
        while (line < was.Length && line < now.Length && was[line] == now[line])
        {
            line++;
        }

        return $"in line {line + 1}\n  was: {(line < was.Length ? was[line] : "(end)")}\n  now: {(line < now.Length ? now[line] : "(end)")}";
    }
}
