using System.Collections.Immutable;
using System.Globalization;
using McpScan.Syntax;

namespace McpScan.Discovery.Gateways;

/// <summary>Named entries, written as a map by name or as a list of objects that name themselves.</summary>
internal static class GatewayEntries
{
    /// <summary>The entries with their names, in document order. An item of a list without a name goes by its number.</summary>
    /// <param name="section">The map or list.</param>
    /// <param name="nameKey">The member that names an item of a list.</param>
    public static IEnumerable<(ScalarNode Name, DataNode Value)> Of(DataNode section, string nameKey = "name")
    {
        for (var i = 0; i < section.Members.Length; i++)
        {
            yield return (section.Members[i].Name, section.Members[i].Value);
        }

        for (var i = 0; i < section.Items.Length; i++)
        {
            var item = section.Items[i];
            var name = (item[nameKey] ?? item["name"] ?? item["id"]) as ScalarNode ?? item as ScalarNode
                ?? DerivedScalar.At(item, string.Create(CultureInfo.InvariantCulture, $"#{i + 1}"));
            yield return (name, item);
        }
    }

    /// <summary>Whether a node is an object that has a member of one of some names.</summary>
    public static bool Has(DataNode? node, Func<string, bool> isOne)
    {
        foreach (var member in node is null ? [] : node.Members)
        {
            if (isOne(member.Name.Value))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether an entry has a member of one of some names.</summary>
    public static bool AnyHas(DataNode section, Func<string, bool> isOne)
    {
        foreach (var (_, entry) in Of(section))
        {
            if (Has(entry, isOne))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>An object without some of its members; it keeps its place.</summary>
    public static ObjectNode Without(DataNode node, Func<DataMember, bool> isLeftOut)
    {
        var kept = ImmutableArray.CreateBuilder<DataMember>(node.Members.Length);
        foreach (var member in node.Members)
        {
            if (!isLeftOut(member))
            {
                kept.Add(member);
            }
        }

        return new ObjectNode(node.Source, node.Span, kept.ToImmutable());
    }
}
