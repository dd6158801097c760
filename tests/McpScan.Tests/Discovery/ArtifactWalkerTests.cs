using System.Text;
using McpScan.Discovery;
using McpScan.Modeling;
using McpScan.Text;

namespace McpScan.Tests.Discovery;

public sealed class ArtifactWalkerTests : IDisposable
{
    private const string Tools = """{"tools":[{"name":"a","description":"A."}]}""";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private Inventory Audit(params string[] paths) => Audit(WalkLimits.Default, paths);

    private Inventory Audit(WalkLimits limits, params string[] paths) =>
        InventoryBuilder.Build(paths.Length == 0 ? ["."] : paths, new InventoryOptions { CurrentDirectory = _folder.Path, Limits = limits });

    private static string[] Errors(Inventory inventory) => [.. inventory.Notices.Where(n => n.Severity == NoticeSeverity.Error).Select(n => n.Path + ": " + n.Message)];

    [Fact]
    public void PathsAreRelativeToTheCurrentDirectoryOrStartWithTheLastFolder()
    {
        _folder.Write("in/a/tools.json", Tools);
        _folder.Write("out/b/tools.json", Tools);
        var options = new InventoryOptions { CurrentDirectory = Path.Combine(_folder.Path, "in") };

        InventoryBuilder.Build(["."], options).Inputs.ShouldHaveSingleItem().Path.ShouldBe("a/tools.json");
        InventoryBuilder.Build(["a/tools.json", "./a"], options).Inputs.ShouldHaveSingleItem().Path.ShouldBe("a/tools.json");
        InventoryBuilder.Build(["../out"], options).Inputs.ShouldHaveSingleItem().Path.ShouldBe("out/b/tools.json");
        InventoryBuilder.Build([Path.Combine(_folder.Path, "out/b/tools.json")], options).Inputs.ShouldHaveSingleItem().Path.ShouldBe("b/tools.json");
    }

    [Fact]
    public void TwoFoldersOfOneNameAreToldApart()
    {
        _folder.Write("x/s/tools.json", Tools);
        _folder.Write("y/s/tools.json", Tools);
        _folder.Write("here/z", "");

        InventoryBuilder.Build(["../x/s", "../y/s"], new InventoryOptions { CurrentDirectory = Path.Combine(_folder.Path, "here") })
            .Inputs.Select(i => i.Path).ShouldBe(["s/tools.json", "s~2/tools.json"]);
    }

    [Fact]
    public void AMissingPathIsAnError() => Errors(Audit("nowhere/x.json")).ShouldBe(["x.json: There is no file or folder 'nowhere/x.json'."]);

    [Fact]
    public void DependenciesAndVersionControlAreOneGapEach()
    {
        _folder.Write("s/tools.json", Tools);
        _folder.Write("s/node_modules/x/tools.json", Tools);
        _folder.Write("s/.git/config.json", Tools);
        _folder.Write("s/.venv/lib/tools.json", Tools);

        var inventory = Audit();
        inventory.Inputs.ShouldHaveSingleItem();
        inventory.Coverage.FilesSeen.ShouldBe(1);
        inventory.Coverage.FilesSkipped.Select(g => g.Path).ShouldBe(["s/.git", "s/.venv", "s/node_modules"]);
        Errors(inventory).ShouldBeEmpty();
    }

    [Fact]
    public void LinksAreNotFollowed()
    {
        _folder.Write("root/a/tools.json", Tools);
        _folder.Write("outside/tools.json", Tools);
        try
        {
            File.CreateSymbolicLink(Path.Combine(_folder.Path, "root/inside.json"), Path.Combine(_folder.Path, "root/a/tools.json"));
            File.CreateSymbolicLink(Path.Combine(_folder.Path, "root/outside.json"), Path.Combine(_folder.Path, "outside/tools.json"));
            Directory.CreateSymbolicLink(Path.Combine(_folder.Path, "root/a/loop"), Path.Combine(_folder.Path, "root"));
            File.CreateSymbolicLink(Path.Combine(_folder.Path, "root/broken.json"), Path.Combine(_folder.Path, "none"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Assert.Skip("needs the right to make symbolic links");
        }

        var inventory = Audit("root");
        inventory.Inputs.ShouldHaveSingleItem().Path.ShouldBe("root/a/tools.json");
        inventory.Coverage.FilesSkipped.ShouldBe(
        [
            new CoverageGap("root/a/loop", "a link; its target is met at its own place"),
            new CoverageGap("root/broken.json", "a link that leads nowhere"),
            new CoverageGap("root/inside.json", "a link; its target is met at its own place"),
            new CoverageGap("root/outside.json", "a link out of the audited folder"),
        ]);
        inventory.Coverage.FilesSeen.ShouldBe(4);
    }

    [Fact]
    public void EveryBoundThatBitesSaysSo()
    {
        _folder.Write("a.json", Tools);
        _folder.Write("b.json", Tools);
        _folder.Write("d1/d2/d3/c.json", Tools);

        var few = Audit(new WalkLimits { MaxFiles = 1 });
        few.Inputs.ShouldHaveSingleItem();
        Errors(few).ShouldHaveSingleItem().ShouldContain("more than 1 files");

        Errors(Audit(new WalkLimits { MaxDepth = 1 })).ShouldHaveSingleItem().ShouldStartWith("d1/d2: ");
        Errors(Audit(new WalkLimits { MaxFileBytes = 10 })).Length.ShouldBe(3);
        var total = Audit(new WalkLimits { MaxTotalBytes = Tools.Length * 2 });
        total.Inputs.Length.ShouldBe(2);
        Errors(total).ShouldHaveSingleItem().ShouldContain("bytes");
        total.Coverage.FilesSkipped.ShouldHaveSingleItem().Path.ShouldBe("d1/d2/d3/c.json");
    }

    [Fact]
    public void AFileThatCannotBeOpenedIsAnErrorAndAGap()
    {
        var path = _folder.Write("a.json", Tools);
        _folder.Write("b.json", Tools);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.None);
        }

        if (CanRead(path))
        {
            Assert.Skip("needs Unix and a user whom file modes bind");
        }

        var inventory = Audit();
        inventory.Inputs.ShouldHaveSingleItem().Path.ShouldBe("b.json");
        Errors(inventory).ShouldBe(["a.json: The file cannot be read."]);
        inventory.Coverage.FilesSkipped.ShouldBe([new CoverageGap("a.json", "cannot be read")]);
    }

    [Fact]
    public void AFileThatVanishesOrFailsWhileItIsReadCostsNoOther()
    {
        var inventory = InventoryBuilder.Build(
            [
                new InputFile("a.json", 5, isNamed: false, () => throw new UnauthorizedAccessException()),
                new InputFile("b.json", 5, isNamed: false, () => throw new FileNotFoundException()),
                InputFile.FromBytes("c.json", Encoding.UTF8.GetBytes(Tools)),
                new InputFile("d.mcpb", 5, isNamed: false, () => throw new IOException()),
            ],
            InventoryOptions.Default);

        inventory.Inputs.ShouldHaveSingleItem().Path.ShouldBe("c.json");
        inventory.Coverage.FilesSkipped.Select(g => g.Path).ShouldBe(["a.json", "b.json", "d.mcpb"]);
        Errors(inventory).Length.ShouldBe(3);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void TextsWithAByteOrderMarkAreRead(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        _folder.Write("tools.json", [.. encoding.GetPreamble(), .. encoding.GetBytes(Tools.Replace("A.", "Ä 漢", StringComparison.Ordinal))]);

        var inventory = Audit();
        inventory.Servers.ShouldHaveSingleItem().Tools.ShouldHaveSingleItem().FirstText(ToolFields.Description).ShouldBe("Ä 漢");
        inventory.Notices.ShouldBeEmpty();
    }

    [Fact]
    public void BytesThatAreNoTextAreAnErrorAndTheRestIsRead()
    {
        _folder.Write("tools.json", [.. Encoding.UTF8.GetBytes("""{"tools":[{"name":"a","description":"x"""), 0xFF, 0xC0, .. Encoding.UTF8.GetBytes("y\"}]}")]);

        var inventory = Audit();
        inventory.Servers.ShouldHaveSingleItem().Tools.ShouldHaveSingleItem().FirstText(ToolFields.Description)!.ShouldStartWith("x\uFFFD");
        Errors(inventory).ShouldHaveSingleItem();
    }

    [Fact]
    public void AFileNamedDirectlyIsReadWhateverItsNameIs()
    {
        _folder.Write("dump.txt", Tools);

        Audit().Inputs.ShouldBeEmpty();
        Audit("dump.txt").Inputs.ShouldHaveSingleItem().Path.ShouldBe("dump.txt");
    }

    [Fact]
    public void ABrokenFileCostsNoOther()
    {
        _folder.Write("a.json", "{\"tools\": [");
        _folder.Write("b.yaml", "tools: [}");
        _folder.Write("c/tools.json", Tools);

        var inventory = Audit();
        inventory.Inputs.Select(i => i.Path).ShouldContain("c/tools.json");
        Errors(inventory).Select(e => e[..6]).Distinct().ShouldBe(["a.json", "b.yaml"]);
    }

    [Fact]
    public void DuplicateMembersMakeAFileSubject()
    {
        _folder.Write("x/tools.json", """{"tools":[{"name":"a","description":"shown","description":"used"}]}""");

        var file = Audit().Others.ShouldHaveSingleItem();
        file.Id.ShouldBe("file:x/tools.json");
        file.Kind.ShouldBe(SubjectKind.File);
        file.Select(FileFields.Duplicate).ShouldHaveSingleItem().Node.Span.Start.ShouldBe(44);
    }

    [Fact]
    public void EveryFileOfAMessyFolderIsInExactlyOnePlace()
    {
        string[] files =
        [
            "a/tools.json", "a/README.md", "a/src/index.ts", "a/Dockerfile", "a/package.json", "b/tsconfig.json", "b/broken.json", "b/empty.json", "b/x.yaml", "b/y.toml",
            "c/image.png", "c/LICENSE", "c/.env", "c/data.csv", "c/Dockerfile", "d/no-extension", "d/server.json", "d/list.jsonl", "e/script.sh", "e/app.zip", "e/broken.mcpb",
        ];
        foreach (var file in files)
        {
            var text = file switch
            {
                "a/tools.json" or "d/no-extension" => Tools,
                "b/empty.json" => "",
                "b/broken.json" => "{\"tools\":[{\"name\":\"q\",",
                "a/package.json" => """{"name":"x","dependencies":{"@modelcontextprotocol/sdk":"1"}}""",
                _ => "x: 1\n",
            };
            _folder.Write(file, text);
        }

        var inventory = Audit();
        var places = inventory.Inputs.Select(i => i.Path)
            .Concat(inventory.Coverage.FilesSkipped.Select(g => g.Path))
            .Concat(inventory.Coverage.NotExamined.Where(g => !g.Reason.StartsWith("tool definitions", StringComparison.Ordinal)).Select(g => g.Path));
        places.Order(StringComparer.Ordinal).ShouldBe(files.Order(StringComparer.Ordinal));
        inventory.Coverage.FilesSeen.ShouldBe(files.Length);
        inventory.Coverage.FilesRead.ShouldBe(inventory.Inputs.Length);
        inventory.Coverage.NotExamined.ShouldContain(new CoverageGap("a/src/index.ts", "source code"));
    }

    [Fact]
    public void TheOrderOfArgumentsChangesNothing()
    {
        for (var i = 0; i < 40; i++)
        {
            _folder.Write($"s{i}/tools.json", Tools.Replace("\"a\"", $"\"t{i}\"", StringComparison.Ordinal));
        }

        var all = Enumerable.Range(0, 40).Select(i => $"s{i}").ToArray();
        static string Print(Inventory i) => string.Join('\n', i.Servers.SelectMany(s => s.Subjects).Select(s => s.Id)) + string.Join('\n', i.Inputs);
        Print(Audit([.. all.Reverse()])).ShouldBe(Print(Audit(all)));
    }

    private static bool CanRead(string path)
    {
        try
        {
            File.ReadAllBytes(path);
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }
}
