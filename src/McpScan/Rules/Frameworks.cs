using System.Collections.Immutable;

namespace McpScan.Rules;

/// <summary>The compliance frameworks that come with the program.</summary>
public static class Frameworks
{
    private const string Prefix = "data/frameworks/";
    private const string Suffix = ".json";

    /// <summary>Their ids in ordinal order; reads none of them.</summary>
    public static ImmutableArray<string> Names => [.. EmbeddedData.Names(Prefix).Select(name => name[Prefix.Length..^Suffix.Length])];

    /// <summary>A framework by its id, or null.</summary>
    public static Framework? Find(string id) =>
        Names.Contains(id) && EmbeddedData.Read($"frameworks/{id}{Suffix}") is { } file ? Framework.Read(file, Catalogs.BuiltIn) : null;
}
