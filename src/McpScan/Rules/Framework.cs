using System.Collections.Immutable;
using McpScan.Syntax;

namespace McpScan.Rules;

/// <summary>A compliance framework: its controls, and which rules speak to each. One file under catalogs/frameworks/.</summary>
/// <param name="Id">The file name, and what <c>--framework</c> takes.</param>
/// <param name="Name">Its name.</param>
/// <param name="Version">The version that is meant.</param>
/// <param name="Licence">The licence of the framework, and whose words the titles are.</param>
/// <param name="Url">Its page.</param>
/// <param name="About">What a reader must know about what files can show of it.</param>
/// <param name="Controls">In the order of the framework.</param>
public sealed record Framework(string Id, string Name, string Version, string Licence, string Url, string About, ImmutableArray<FrameworkControl> Controls)
{
    internal static Framework Read(DataNode file, Catalogs catalogs)
    {
        var catalog = Text(file, "catalog") is { } name ? catalogs.Find(name) : null;
        return new Framework(
            Text(file, "id") ?? "",
            Text(file, "name") ?? "",
            Text(file, "version") ?? "",
            Text(file, "licence") ?? "",
            Text(file, "url") ?? "",
            Text(file, "about") ?? "",
            [.. Items(file, "controls").Select(item => ReadControl(item, catalog))]);
    }

    /// <summary>A control of a framework that is a taxonomy as well has its title there, and is spoken to by the rules that name its entry.</summary>
    private static FrameworkControl ReadControl(DataNode item, Catalog? catalog)
    {
        var id = Text(item, "id") ?? "";
        var taxa = Items(item, "taxa").Select(taxon => TaxonReference.Parse((taxon as ScalarNode)?.Value ?? "")).OfType<TaxonReference>();
        return new FrameworkControl(id, Text(item, "title") ?? catalog?.Find(id)?.Title ?? "")
        {
            Taxa = catalog is null ? [.. taxa] : [new TaxonReference(catalog.Id, id), .. taxa],
            Families = [.. Items(item, "families").Select(family => ((ScalarNode)family).Value)],
            Rules = [.. Items(item, "rules").Select(rule => ((ScalarNode)rule).Value)],
            ShownBy = Text(item, "shownBy") switch
            {
                "audit" => Proof.Audit,
                "policy" => Proof.Policy,
                "lock" => Proof.Lock,
                "signoff" => Proof.SignOff,
                _ => Proof.None,
            },
            IsExposureOnly = Text(item, "exposure") == "true" || catalog?.Find(id)?.Evidence is StaticEvidence.Exposure or StaticEvidence.No,
            NotCovered = Text(item, "notCovered"),
        };
    }

    private static DataNode[] Items(DataNode node, string name) => node[name] is { } list ? list.Items.ToArray() : [];

    private static string? Text(DataNode node, string name) => (node[name] as ScalarNode)?.Value;
}
