namespace McpScan.Language;

/// <summary>A language that the engine knows words of.</summary>
public enum Tongue : byte
{
    English,
    German,
    French,
    Spanish,
    Portuguese,
    Italian,
    Russian,
    Chinese,
    Japanese,
    Korean,
}
