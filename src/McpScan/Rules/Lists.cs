using System.Collections.Concurrent;
using McpScan.Syntax;

namespace McpScan.Rules;

/// <summary>The data that checks and matchers consult, from catalogs/lists/; each list is read when it is first asked for.</summary>
/// <remarks>A list file is <c>{ about, source, entries }</c>. Entries are texts, or a map whose values a check reads itself.</remarks>
public sealed class Lists
{
    private readonly ConcurrentDictionary<string, DataNode?> _documents = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, HashSet<string>> _sets = new(StringComparer.Ordinal);

    /// <summary>The lists that come with the program.</summary>
    public static Lists BuiltIn { get; } = new();

    /// <summary>Whether there is such a list.</summary>
    public bool Contains(string list) => Document(list) is not null;

    /// <summary>The entries as a tree; null where there is no such list.</summary>
    public DataNode? Entries(string list) => Document(list)?["entries"];

    /// <summary>The texts (or the keys of a map) of a list, ignoring case; empty where there is no such list. Shared by all who ask: not to be changed.</summary>
    public HashSet<string> Set(string list) => _sets.GetOrAdd(list, static (name, lists) =>
    {
        var texts = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        if (lists.Entries(name) is { } entries)
        {
            foreach (var item in entries.Items)
            {
                texts.Add(((item as ScalarNode) ?? item["name"] as ScalarNode)?.Value ?? "");
            }

            foreach (var member in entries.Members)
            {
                texts.Add(member.Name.Value);
            }
        }

        return texts;
    }, this);

    private DataNode? Document(string list) => _documents.GetOrAdd(list, static name => EmbeddedData.Read($"lists/{name}.json"));
}
