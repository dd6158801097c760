using System.Collections.Immutable;
using System.Globalization;
using McpScan.Auditing;
using McpScan.Rules;

namespace McpScan.Reporting.Views;

/// <summary>Makes the views of findings, and keeps to the number that a format shows in full.</summary>
/// <param name="full">How many are shown in full.</param>
/// <param name="brief">How many more get one line.</param>
internal sealed class FindingViews(int full, int brief)
{
    private const int Opened = 20;
    private const string Cut = "…";
    private readonly Dictionary<string, int> _anchors = new(StringComparer.Ordinal);
    private readonly Dictionary<TaxonReference, TaxonView> _taxa = [];
    private int _count;

    public int InBrief { get; private set; }

    public int LeftOut { get; private set; }

    public List<GroupView> Of(List<FindingGroup> groups)
    {
        var all = new List<GroupView>();
        foreach (var group in groups)
        {
            var number = all.Count + 1;
            var views = new List<FindingView>();
            var lines = new List<FindingView>();
            foreach (var finding in group.Findings)
            {
                _count++;
                if (_count <= full)
                {
                    views.Add(Of(finding, number));
                }
                else if (_count <= full + brief)
                {
                    lines.Add(Of(finding, number));
                }
                else
                {
                    LeftOut++;
                }
            }

            InBrief += lines.Count;
            all.Add(new GroupView(
                number, group.Server?.Name.Raw ?? "Clients and files", group.Server is { } server ? Words.Of(server.Verdict) : null, group.Findings.Count, views, lines));
        }

        return all;
    }

    public static string At(Place place) => string.Create(CultureInfo.InvariantCulture, $"{place.Path}:{place.StartLine}:{place.StartColumn}");

    private FindingView Of(Finding finding, int group) => new()
    {
        Anchor = Anchor(finding.Fingerprint),
        RuleId = finding.Rule.Id,
        RuleName = finding.Rule.Name,
        Title = finding.Rule.Title,
        Family = finding.Rule.Family,
        Severity = Words.Of(finding.Severity),
        Confidence = Words.Of(finding.Confidence),
        Message = finding.Message,
        GroupNumber = group,
        SubjectKind = Words.Of(finding.SubjectKind),
        Subject = finding.SubjectName.Raw,
        Field = finding.Field.IsEmpty ? null : finding.Field.Raw,
        At = At(finding.Place),
        Lines = [.. finding.Place.Excerpt.Select(Line)],
        Decoded = finding.Decoded?.Raw,
        Related = [.. finding.Related.Select(r => new RelatedView(r.Role, At(r.Place)))],
        Why = Paragraphs(finding.Rule.Why),
        Fix = Paragraphs(finding.Rule.Fix),
        Replacement = finding.Replacement?.Text,
        Taxa = [.. finding.Rule.Taxa.Select(Taxon)],
        References = [.. finding.Rule.References.Where(IsWeb)],
        Changes = [.. finding.Changes.Select(static change => new ChangeView(change.What.Raw, change.Before?.Raw, change.After?.Raw))],
        Fingerprint = finding.Fingerprint,
        Accepted = finding.Status == FindingStatus.Open ? null : Words.Of(finding.Status),
        Waiver = finding.Waiver is { } waiver ? Phrases.Accepted(waiver) : null,
        IsOpened = _count <= Opened && finding.Status == FindingStatus.Open,
    };

    private string Anchor(string fingerprint)
    {
        var seen = _anchors.GetValueOrDefault(fingerprint);
        _anchors[fingerprint] = seen + 1;
        return seen == 0 ? fingerprint : string.Create(CultureInfo.InvariantCulture, $"{fingerprint}-{seen + 1}");
    }

    private static LineView Line(ExcerptLine line)
    {
        var text = ExcerptText.Of(line);
        return new LineView(line.Number, (line.IsCutBefore ? Cut : "") + text.Before, text.Marked, text.After + (line.IsCutAfter ? Cut : ""));
    }

    private TaxonView Taxon(TaxonReference taxon)
    {
        if (!_taxa.TryGetValue(taxon, out var view))
        {
            var entry = Catalogs.BuiltIn.Find(taxon);
            view = new TaxonView(taxon.Catalog, taxon.Id, string.Equals(entry?.Title, taxon.Id, StringComparison.OrdinalIgnoreCase) ? null : entry?.Title, entry is { Url: var url } && IsWeb(url) ? url : null);
            _taxa.Add(taxon, view);
        }

        return view;
    }

    private static bool IsWeb(string url) => url.StartsWith("https://", StringComparison.Ordinal);

    /// <summary>Prose of a rule file: a blank line parts paragraphs, other line ends are spaces.</summary>
    private static ImmutableArray<string> Paragraphs(string text) =>
    [
        .. text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(p => p.Replace('\n', ' ')),
    ];
}
