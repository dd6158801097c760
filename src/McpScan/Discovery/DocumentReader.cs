using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Discovery;

/// <summary>Picks the reader of a text. Readers never throw: one broken file costs no other.</summary>
internal static class DocumentReader
{
    /// <summary>The tree of a text, or null where nothing says how to read it.</summary>
    public static DataDocument? Read(SourceText source, FileFormat format) =>
        (format == FileFormat.Unknown ? FileFormats.OfContent(source.Text) : format) switch
        {
            FileFormat.Json => JsonReader.Read(source),
            FileFormat.Yaml => YamlReader.Read(source),
            FileFormat.Toml => TomlReader.Read(source),
            FileFormat.Xml => XmlFactsReader.Read(source),
            FileFormat.Dockerfile => DockerfileReader.Read(source),
            _ => null,
        };
}
