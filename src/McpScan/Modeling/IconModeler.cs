using McpScan.Syntax;

namespace McpScan.Modeling;

/// <summary>Reads <c>icons</c> of any subject.</summary>
internal static class IconModeler
{
    /// <summary>The address of each icon goes to <paramref name="source"/>; texts of members that MCP does not define go to <paramref name="other"/>.</summary>
    public static void Add(DataNode icons, Field source, Field other, EntryCollector entries)
    {
        foreach (var icon in icons.Items)
        {
            if (icon is not ObjectNode)
            {
                entries.AddScalars(source, icon);
                continue;
            }

            foreach (var member in icon.Members)
            {
                entries.AddScalars(member.Name.Value == "src" ? source : other, member.Value, member.Name);
            }
        }
    }
}
