using System.Text;
using McpScan.Discovery;
using McpScan.Modeling;

namespace McpScan.Tests.Modeling;

/// <summary>Takes inventories of files in memory, through the real readers.</summary>
internal static class Take
{
    public static Inventory Inventory(params (string Path, string Text)[] files) =>
        InventoryBuilder.Build(files.Select(f => InputFile.FromBytes(f.Path, Encoding.UTF8.GetBytes(f.Text))), InventoryOptions.Default);

    public static Server Server(string path, string text) => Inventory((path, text)).Servers.ShouldHaveSingleItem();

    public static Subject Tool(string definition) => Server("tools.json", $$"""{"tools":[{{definition}}]}""").Tools.ShouldHaveSingleItem();

    /// <summary>The values of a field as <c>key=value</c>, or only the value where there is no key.</summary>
    public static string[] Values(this Subject subject, Field field) =>
        [.. subject.Select(field).Select(e => (e.Key is null ? "" : e.Key.Value + "=") + e.Node.At().GetText().Trim('"'))];
}
