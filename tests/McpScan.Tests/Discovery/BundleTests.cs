using System.IO.Compression;
using System.Text;
using McpScan.Discovery;
using McpScan.Modeling;
using McpScan.Text;

namespace McpScan.Tests.Discovery;

public class BundleTests
{
    private const string Manifest = """
        {"manifest_version":"0.3","name":"weather","version":"1.0.0","description":"W.","author":{"name":"A"},
         "server":{"type":"node","entry_point":"server/index.js","mcp_config":{"command":"node","args":["${__dirname}/server/index.js"]}},"tools":[{"name":"forecast","description":"F."}]}
        """;

    private static byte[] Zip(params (string Name, string Text)[] members)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in members)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name).Open());
                writer.Write(text);
            }
        }

        return stream.ToArray();
    }

    private static Inventory Audit(byte[] bytes, WalkLimits? limits = null) =>
        InventoryBuilder.Build([InputFile.FromBytes("x/weather.mcpb", bytes)], new InventoryOptions { Limits = limits ?? WalkLimits.Default });

    private static string[] Errors(Inventory inventory) => [.. inventory.Notices.Where(n => n.Severity == NoticeSeverity.Error).Select(n => n.Message)];

    [Fact]
    public void ABundleIsOneServerWithAllItsMembers()
    {
        var inventory = Audit(Zip(("manifest.json", Manifest), ("server/tools.json", """{"tools":[{"name":"more","description":"M."}]}"""), ("server/index.js", "x"), ("server/node_modules/a/package.json", "{}")));

        var server = inventory.Servers.ShouldHaveSingleItem();
        server.Id.ShouldBe("x/weather.mcpb");
        server.Name.Raw.ShouldBe("weather");
        server.Tools.Select(t => t.Name.Raw).ShouldBe(["forecast", "more"]);
        inventory.Inputs.Select(i => i.Path).ShouldBe(["x/weather.mcpb", "x/weather.mcpb!/manifest.json", "x/weather.mcpb!/server/tools.json"]);
        inventory.Coverage.FilesSkipped.ShouldBe([new CoverageGap("x/weather.mcpb!/server/node_modules", "installed dependencies are not audited")]);
        inventory.Coverage.FilesSeen.ShouldBe(4);
        Errors(inventory).ShouldBeEmpty();
    }

    [Fact]
    public void ASignatureBehindTheArchiveIsTolerated()
    {
        var bytes = Zip(("manifest.json", Manifest));
        var signed = Audit([.. bytes, .. "MCPB_SIG_V1"u8, 4, 0, 0, 0, 1, 2, 3, 4, .. "MCPB_SIG_END"u8]);
        signed.Servers.ShouldHaveSingleItem().Name.Raw.ShouldBe("weather");
        signed.Notices.ShouldBeEmpty();
        signed.Inputs[0].Kind.ShouldBe("bundle-archive/signed");

        var odd = Audit([.. bytes, .. "hidden payload"u8]);
        odd.Servers.ShouldHaveSingleItem();
        odd.Notices.ShouldHaveSingleItem().Severity.ShouldBe(NoticeSeverity.Warning);
    }

    [Theory]
    [InlineData("../../evil.json", "leads out")]
    [InlineData("a/../../evil.json", "leads out")]
    [InlineData("..\\evil.json", "leads out")]
    [InlineData("/etc/evil.json", "absolute")]
    [InlineData("C:/evil.json", "absolute")]
    [InlineData("inner.mcpb", "archive in an archive")]
    public void AMemberThatCouldDoHarmIsAnErrorAndTheOthersAreRead(string name, string message)
    {
        var inventory = Audit(Zip((name, "{}"), ("manifest.json", Manifest)));

        inventory.Servers.ShouldHaveSingleItem().Name.Raw.ShouldBe("weather");
        Errors(inventory).ShouldHaveSingleItem().ShouldContain(message);
        inventory.Coverage.FilesSkipped.ShouldHaveSingleItem().Path.ShouldNotContain("..");
    }

    [Fact]
    public void AMemberThatIsALinkIsRefused()
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            var link = archive.CreateEntry("tools.json");
            link.ExternalAttributes = unchecked((int)0xA1FF0000);
            using var writer = new StreamWriter(link.Open());
            writer.Write("/etc/passwd");
        }

        var inventory = Audit(stream.ToArray());
        inventory.Servers.ShouldBeEmpty();
        Errors(inventory).ShouldHaveSingleItem().ShouldContain("symbolic link");
    }

    [Fact]
    public void TwoMembersOfOneNameAreAnError() =>
        Errors(Audit(Zip(("manifest.json", Manifest), ("manifest.json", Manifest)))).ShouldHaveSingleItem().ShouldContain("two members");

    [Fact]
    public void ABombIsNotUnpacked()
    {
        var bomb = "{\"a\":\"" + new string(' ', 8 << 20) + "\"}";
        var inventory = Audit(Zip(("bomb.json", bomb), ("manifest.json", Manifest)));
        inventory.Servers.ShouldHaveSingleItem();
        Errors(inventory).ShouldHaveSingleItem().ShouldContain("times its packed size");

        var many = Zip([.. Enumerable.Range(0, 20).Select(i => ($"f{i:D2}.json", "[" + i + "]"))]);
        Errors(Audit(many, new WalkLimits { MaxArchiveEntries = 10 })).ShouldHaveSingleItem().ShouldContain("members");
        Errors(Audit(many, new WalkLimits { MaxUnpackedBytes = 20 })).ShouldNotBeEmpty();
    }

    [Fact]
    public void AMemberThatLiesAboutItsLengthIsBounded()
    {
        var bytes = Zip(("big.json", "[\"" + new string('x', 300_000) + "\"]"), ("manifest.json", Manifest));
        foreach (var at in Find(bytes, BitConverter.GetBytes(300_004)))
        {
            BitConverter.GetBytes(10).CopyTo(bytes, at);
        }

        var inventory = Audit(bytes, new WalkLimits { MaxFileBytes = 100_000 });
        inventory.Servers.ShouldHaveSingleItem();
        inventory.Inputs.ShouldNotContain(i => i.Path.EndsWith("big.json", StringComparison.Ordinal));
        inventory.Coverage.FilesSkipped.Concat(inventory.Coverage.NotExamined).ShouldContain(g => g.Path.EndsWith("big.json", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void WhatIsNoArchiveIsAnError(int how)
    {
        var zip = Zip(("manifest.json", Manifest));
        byte[] bytes = how switch { 0 => Encoding.UTF8.GetBytes("not a zip"), 1 => zip[..(zip.Length / 2)], _ => [.. zip[..^22], .. new byte[22]] };

        var inventory = Audit(bytes);
        Errors(inventory).ShouldHaveSingleItem();
        inventory.Coverage.FilesSkipped.ShouldHaveSingleItem().Path.ShouldBe("x/weather.mcpb");
        inventory.Coverage.FilesSeen.ShouldBe(1);
    }

    [Fact]
    public void EveryCutAndFlipOfAnArchiveGivesANoticeOrAResultAndNeverAnException()
    {
        var zip = Zip(("manifest.json", Manifest), ("server/tools.json", "{}"));
        for (var i = 0; i < zip.Length; i += 7)
        {
            var flipped = zip.ToArray();
            flipped[i] ^= 0xFF;
            Audit(flipped).ShouldNotBeNull();
            Audit(zip[..i]).ShouldNotBeNull();
        }
    }

    private static IEnumerable<int> Find(byte[] bytes, byte[] pattern)
    {
        for (var i = 0; i + pattern.Length <= bytes.Length; i++)
        {
            if (bytes.AsSpan(i, pattern.Length).SequenceEqual(pattern))
            {
                yield return i;
            }
        }
    }
}
