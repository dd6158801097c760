using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Tests.Syntax;

/// <summary>Files as servers ship them: the whole tree with every span, against a committed dump.</summary>
public class FixtureTests
{
    private const string Folder = "tests/McpScan.Tests/Syntax/Fixtures/";

    [Theory]
    [InlineData("desktop-config.json")]
    [InlineData("server.yaml")]
    [InlineData("pyproject.toml")]
    [InlineData("Weather.csproj.xml")]
    public void A_file_gives_its_tree(string name)
    {
        var source = new SourceText(name, File.ReadAllText(Repository.PathOf(Folder + name)).ReplaceLineEndings("\n"));
        var document = Path.GetExtension(name) switch
        {
            ".json" => JsonReader.Read(source),
            ".yaml" => YamlReader.Read(source),
            ".toml" => TomlReader.Read(source),
            _ => XmlFactsReader.Read(source),
        };
        document.Notices.ShouldBeEmpty();
        document.ShouldBeSound();
        Golden.Match(Folder + name + ".tree", TreeDump.Of(document));
    }
}
