using System.Text;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Rules;

/// <summary>What the build put into this assembly: compiled rules, catalogs and lists, rule sources, templates.</summary>
internal static class EmbeddedData
{
    /// <summary>The tree of a compiled data file, or null where there is none of that name.</summary>
    public static DataNode? Read(string name) =>
        ReadText("data/" + name) is { } text ? JsonReader.Read(new SourceText(name, text)).Root : null;

    /// <summary>An embedded text by its logical name, or null.</summary>
    public static string? ReadText(string logicalName)
    {
        using var stream = typeof(EmbeddedData).Assembly.GetManifestResourceStream(logicalName);
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>The logical names under a prefix, in ordinal order.</summary>
    public static IEnumerable<string> Names(string prefix) =>
        typeof(EmbeddedData).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
}
