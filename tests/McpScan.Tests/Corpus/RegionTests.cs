using System.IO.Compression;
using System.Text;
using System.Text.Json;
using McpScan.Tests.Cli;

namespace McpScan.Tests.Corpus;

/// <summary>Every place that a report names is the text that it quotes, by offset and by line and column. Masked characters are the exception.</summary>
public sealed class RegionTests
{
    private const char Mask = '•';

    [Fact]
    public void Every_region_of_the_SARIF_is_its_snippet()
    {
        using var run = WholeCorpus.Run();
        run.Run("audit", "fleet", "--format", "sarif").ShouldBe(1);
        using var sarif = JsonDocument.Parse(run.Output);
        var checkedRegions = 0;
        foreach (var place in Objects(sarif.RootElement).Where(o => o.TryGetProperty("artifactLocation", out _) && o.TryGetProperty("region", out _)))
        {
            var path = Uri.UnescapeDataString(place.GetProperty("artifactLocation").GetProperty("uri").GetString()!);
            foreach (var name in (string[])["region", "contextRegion"])
            {
                if (place.TryGetProperty(name, out var region) && region.TryGetProperty("snippet", out var snippet))
                {
                    var text = Text(run, path);
                    var (start, end) = Bounds(region, text);
                    Same(text[start..end], snippet.GetProperty("text").GetString()!).ShouldBeTrue($"{path}: {region}");
                    if (region.TryGetProperty("charOffset", out var offset))
                    {
                        (offset.GetInt32(), offset.GetInt32() + region.GetProperty("charLength").GetInt32()).ShouldBe((start, end), $"{path}: {region}");
                    }

                    checkedRegions++;
                }
            }
        }

        checkedRegions.ShouldBeGreaterThan(150);
    }

    [Fact]
    public void Every_location_of_the_JSON_is_its_text()
    {
        using var run = WholeCorpus.Run();
        run.Run("audit", "fleet", "--format", "json").ShouldBe(1);
        using var report = JsonDocument.Parse(run.Output);
        var places = Objects(report.RootElement).Where(o => o.TryGetProperty("startColumn", out _)).ToList();
        places.Count.ShouldBeGreaterThan(80);
        foreach (var place in places)
        {
            var (start, end) = Bounds(place, Text(run, place.GetProperty("path").GetString()!));
            (place.GetProperty("offset").GetInt32(), place.GetProperty("length").GetInt32()).ShouldBe((start, end - start), place.ToString());
        }

        foreach (var finding in report.RootElement.GetProperty("findings").EnumerateArray())
        {
            var place = finding.GetProperty("location");
            var text = Text(run, place.GetProperty("path").GetString()!).Substring(place.GetProperty("offset").GetInt32(), place.GetProperty("length").GetInt32());
            var evidence = finding.GetProperty("evidence").GetString()!;
            var isCut = evidence.EndsWith('…') && text.Length > evidence.Length;
            Same(isCut ? text[..(evidence.Length - 1)] : text, isCut ? evidence[..^1] : evidence).ShouldBeTrue(finding.ToString());
        }
    }

    /// <summary>Offsets of a region's lines and columns, counted here anew.</summary>
    private static (int Start, int End) Bounds(JsonElement region, string text)
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                starts.Add(i + 1);
            }
        }

        var startColumn = region.TryGetProperty("startColumn", out var column) ? column.GetInt32() : 1;
        var lastLine = region.GetProperty("endLine").GetInt32();
        var end = region.TryGetProperty("endColumn", out column) ? starts[lastLine - 1] + column.GetInt32() - 1
            : starts[lastLine - 1] + text[starts[lastLine - 1]..(lastLine < starts.Count ? starts[lastLine] : text.Length)].TrimEnd('\r', '\n').Length;
        return (starts[region.GetProperty("startLine").GetInt32() - 1] + startColumn - 1, end);
    }

    private static bool Same(string text, string shown) =>
        text.Length == shown.Length && text.Zip(shown).All(pair => pair.First == pair.Second || pair.Second == Mask);

    private static string Text(CliRun run, string path)
    {
        var bundle = path.IndexOf("!/", StringComparison.Ordinal);
        if (bundle < 0)
        {
            return run.Read(path);
        }

        using var archive = ZipFile.OpenRead(Path.Combine(run.Folder, path[..bundle]));
        using var reader = new StreamReader(archive.GetEntry(path[(bundle + 2)..])!.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static IEnumerable<JsonElement> Objects(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Objects(member.Value)).Prepend(element),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Objects),
        _ => [],
    };
}
