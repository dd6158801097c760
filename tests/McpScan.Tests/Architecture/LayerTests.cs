namespace McpScan.Tests.Architecture;

/// <summary>A folder is a namespace is a layer; arrows point one way.</summary>
public sealed class LayerTests
{
    /// <summary>What each layer may use besides itself. Rules and checks are one layer in two folders: conditions hold checks, checks consult lists.</summary>
    private static readonly Dictionary<string, string[]> Arrows = new(StringComparer.Ordinal)
    {
        ["Text"] = [],
        ["Syntax"] = ["Text"],
        ["Language"] = ["Text", "Syntax"],
        ["Modeling"] = ["Text", "Syntax"],
        ["Standards"] = ["Text", "Syntax", "Modeling"],
        ["Discovery"] = ["Text", "Syntax", "Modeling", "Rules"],
        ["Rules"] = ["Text", "Syntax", "Language", "Modeling", "Checks"],
        ["Checks"] = ["Text", "Syntax", "Language", "Modeling", "Rules", "Standards"],
        ["Governance"] = ["Text", "Syntax", "Modeling", "Rules", "Standards"],
        ["Auditing"] = ["Text", "Syntax", "Language", "Modeling", "Rules", "Checks", "Governance", "Discovery", "Standards"],
        ["Reporting"] = ["Text", "Syntax", "Language", "Modeling", "Rules", "Checks", "Auditing", "Governance"],
    };

    [Fact]
    public void Arrows_point_one_way()
    {
        var uses = CodeUses.Of(typeof(McpScan.Rules.Rule).Assembly).All;
        var wrong = uses
            .Select(use => (use.User, use.Used, From: LayerOf(use.User), To: LayerOf(use.Used)))
            .Where(use => use.From is not null && use.To is not null && use.From != use.To && !Arrows[use.From].Contains(use.To))
            .Select(use => $"{use.User.FullName} uses {use.Used.FullName}")
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Every_folder_is_a_layer()
    {
        var folders = Directory.GetDirectories(Repository.PathOf("src/McpScan")).Select(path => Path.GetFileName(path)!);

        folders.Where(name => name is not "bin" and not "obj").ShouldBeSubsetOf(Arrows.Keys);
    }

    [Fact]
    public void Every_namespace_is_its_folder()
    {
        foreach (var file in SourceFiles.Under("src/McpScan", "src/McpScan.Cli", "tests/McpScan.Tests"))
        {
            var folders = file.Path.Split('/')[1..^1];
            var line = file.Lines.FirstOrDefault(line => line.StartsWith("namespace ", StringComparison.Ordinal));
            var name = line?["namespace ".Length..].TrimEnd(';');

            // A folder may only sort the files of its parent's namespace, as Modeling/FieldTables does.
            (name is null || name == string.Join('.', folders) || (folders.Length > 2 && name == string.Join('.', folders[..^1])))
                .ShouldBeTrue($"{file.Path} is in {name}");
        }
    }

    [Fact]
    public void The_scan_sees_what_code_uses()
    {
        var uses = CodeUses.Of(typeof(LayerTests).Assembly).All;

        uses.ShouldContain(use => use.User == typeof(Golden) && use.Used == typeof(File) && use.Member == nameof(File.WriteAllText));
        uses.ShouldContain(use => use.User == typeof(LayerTests) && use.Used == typeof(McpScan.Rules.Rule));
    }

    private static string? LayerOf(Type type) =>
        type.Assembly == typeof(McpScan.Rules.Rule).Assembly && type.Namespace is { } name && name.StartsWith("McpScan.", StringComparison.Ordinal)
            ? name.Split('.')[1]
            : null;
}
