using System.Collections.Immutable;
using System.Globalization;
using McpScan.Governance.Locking;
using McpScan.Syntax;

namespace McpScan.Auditing.Locking;

/// <summary>Digests of the parts of a definition: each member, and each member of the objects in which MCP keeps things that are told apart.</summary>
internal static class PartsOf
{
    /// <summary>Parts of one definition; what lies beyond is told by the digest of the whole.</summary>
    private const int MaxParts = 5_000;

    public static ImmutableArray<LockedPart> Definition(DataNode definition, Sealer sealer)
    {
        var parts = new SortedDictionary<string, LockedPart>(StringComparer.Ordinal);
        Add(definition, "", sealer, parts);
        return [.. parts.Values];
    }

    /// <summary>The pointer of a member: RFC 6901.</summary>
    public static string Pointer(string parent, string name) =>
        $"{parent}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    private static void Add(DataNode node, string pointer, Sealer sealer, SortedDictionary<string, LockedPart> parts)
    {
        foreach (var member in node.Members)
        {
            if (parts.Count >= MaxParts)
            {
                return;
            }

            var inner = Pointer(pointer, sealer.Seal(member.Name));
            if (member.Value is ObjectNode && IsTakenApart(member.Name.Value))
            {
                Add(member.Value, inner, sealer, parts);
                continue;
            }

            // A member that is written twice: the second has a pointer that no member can have.
            for (var i = 2; parts.ContainsKey(inner); i++)
            {
                inner = string.Create(CultureInfo.InvariantCulture, $"{Pointer(pointer, sealer.Seal(member.Name))}~{i}");
            }

            parts.Add(inner, new LockedPart(inner, CanonicalJson.Sha256(CanonicalJson.Of(member.Value, sealer.Seal)), member.Value));
        }
    }

    private static bool IsTakenApart(string name) => name is
        "annotations" or "_meta" or "execution" or "function" or "inputSchema" or "input_schema" or "parameters" or "outputSchema" or "output_schema" or "properties";
}
