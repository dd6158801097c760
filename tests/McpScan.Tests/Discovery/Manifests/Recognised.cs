using McpScan.Discovery;
using McpScan.Discovery.Recognisers;
using McpScan.Modeling;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Tests.Discovery.Manifests;

/// <summary>What the recognisers make of a text, with questions that tests ask of it.</summary>
internal sealed class Recognised
{
    private Recognised(ArtifactModel? model, DataDocument document) => (Model, Document) = (model!, document);

    /// <summary>The model; null where no recogniser knew the text.</summary>
    public ArtifactModel Model { get; }

    public DataDocument Document { get; }

    public ServerFragment Server => Model.Servers.ShouldHaveSingleItem();

    /// <summary>The subjects of all servers and of none.</summary>
    public IEnumerable<SubjectDraft> Subjects => Model.Servers.SelectMany(s => s.Subjects).Concat(Model.Others);

    /// <summary>Reads a text with the reader of its name and hands it to the recognisers in their order.</summary>
    public static Recognised Of(string path, string text)
    {
        var source = new SourceText(path, text);
        var document = Path.GetExtension(path) switch
        {
            ".json" => JsonReader.Read(source),
            ".yaml" or ".yml" => YamlReader.Read(source),
            ".toml" => TomlReader.Read(source),
            ".csproj" or ".nuspec" => XmlFactsReader.Read(source),
            _ => DockerfileReader.Read(source),
        };
        var artifact = new Artifact(path, "", document);
        foreach (var recogniser in All.Recognisers)
        {
            if (recogniser.Recognise(artifact) is { } model)
            {
                return new Recognised(model, document);
            }
        }

        return new Recognised(null, document);
    }

    /// <summary>Values of a field of the server itself.</summary>
    public string[] Values(Field field, string? key = null) => Select(Server.Entries, field, key).Select(ValueOf).ToArray();

    /// <summary>Values of a field of the subject with that local id.</summary>
    public string[] Values(string subject, Field field, string? key = null) => Select(Find(subject).Entries, field, key).Select(ValueOf).ToArray();

    /// <summary>The exact characters of the file at the only value of a field.</summary>
    public string Written(string subject, Field field, string? key = null) => Written(Select(Find(subject).Entries, field, key).ShouldHaveSingleItem());

    /// <summary>The exact characters of the file at the only value of a field of the server itself.</summary>
    public string Written(Field field) => Written(Select(Server.Entries, field, null).ShouldHaveSingleItem());

    public SubjectDraft Find(string localId) => Subjects.Where(s => s.LocalId == localId).ShouldHaveSingleItem(localId);

    public string[] LocalIds(SubjectKind kind) => Subjects.Where(s => s.Kind == kind).Select(s => s.LocalId).ToArray();

    private static IEnumerable<FieldEntry> Select(IEnumerable<FieldEntry> entries, Field field, string? key) =>
        entries.Where(e => ReferenceEquals(e.Field, field) && (key is null || e.Key?.Value == key));

    private static string Written(FieldEntry entry) => entry.Node.Source.ToString(entry.Node.Span);

    private static string ValueOf(FieldEntry entry) => entry.Node is ScalarNode scalar ? scalar.Value : entry.Node.GetType().Name;
}
