using System.Text.RegularExpressions;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace McpScan.Tests.Docs;

/// <summary>Every link between the repository's own pages leads to a file and a heading that exist.</summary>
public sealed class LinkTests
{
    private static readonly MarkdownPipeline GitHub = new MarkdownPipelineBuilder().UsePipeTables().Build();

    // Rule pages are long and have hundreds of links to each other.
    private readonly Dictionary<string, HashSet<string>> _anchors = new(StringComparer.Ordinal);

    [Fact]
    public void Links_between_pages_lead_somewhere()
    {
        var pages = Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Repository.Root, "*.md"))
            .ToList();
        pages.ShouldNotBeEmpty();

        pages.SelectMany(Broken).ShouldBeEmpty();
    }

    [Fact]
    public void A_missing_page_and_a_missing_heading_are_found()
    {
        var page = Repository.PathOf("docs/x.md");

        Broken(page, "# A b\n[a](fields.md#tool) [b](no-such.md) [c](#a-b) [d](#c) [e](https://example.com/x.md) [f](fields.md#nothing)")
            .ShouldBe(["docs/x.md: no-such.md", "docs/x.md: #c", "docs/x.md: fields.md#nothing"]);
    }

    private IEnumerable<string> Broken(string page) => Broken(page, File.ReadAllText(page));

    private IEnumerable<string> Broken(string page, string text)
    {
        foreach (var link in Markdown.Parse(text, GitHub).Descendants<LinkInline>())
        {
            var url = link.Url ?? "";
            if (Uri.TryCreate(url, UriKind.Absolute, out _))
            {
                continue;
            }

            var parts = url.Split('#');
            var target = parts[0].Length == 0 ? page : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(page)!, parts[0]));
            var isThere = target == page || File.Exists(target) || Directory.Exists(target);
            if (!isThere || (parts.Length > 1 && !AnchorsOf(target, target == page ? text : null).Contains(parts[1])))
            {
                yield return $"{Path.GetRelativePath(Repository.Root, page).Replace('\\', '/')}: {url}";
            }
        }
    }

    private HashSet<string> AnchorsOf(string page, string? text)
    {
        if (!_anchors.TryGetValue(page, out var anchors))
        {
            anchors = Anchors(text ?? File.ReadAllText(page));
            _anchors.Add(page, anchors);
        }

        return anchors;
    }

    // As GitHub makes them: lower case, hyphens for spaces, nothing but letters, digits, hyphens and underscores.
    private static HashSet<string> Anchors(string text) => Markdown.Parse(text, GitHub)
        .Descendants<HeadingBlock>()
        .Select(heading => string.Concat(heading.Inline!.Descendants<LeafInline>().Select(leaf => leaf switch
        {
            LiteralInline literal => literal.Content.ToString(),
            CodeInline code => code.Content,
            _ => "",
        })))
        .Select(title => Regex.Replace(title.ToLowerInvariant().Replace(' ', '-'), @"[^\p{L}\p{Nd}_-]", ""))
        .ToHashSet(StringComparer.Ordinal);
}
