using System.Collections.Immutable;
using McpScan.Governance.Locking;
using McpScan.Modeling;
using McpScan.Syntax;
using McpScan.Syntax.Schemas;

namespace McpScan.Reporting.Json;

/// <summary>What a lock looks like, as a JSON Schema (2020-12); docs/lock.schema.json is its output.</summary>
internal static class LockSchema
{
    private static readonly SchemaType Text = new SchemaType.Text();
    private static readonly SchemaType Sha256 = new SchemaType.Text("^[0-9a-f]{64}$");

    private static readonly SchemaShape Lock = new("lock", "Definitions of MCP servers as they were when somebody looked at them. Sorted; no secret is in it.",
    [
        new("lockVersion", "Version of this shape. A program reads its own and no later one.", new SchemaType.Number(LockFile.Version, LockFile.Version)),
        new("tool", "What made the lock.", new SchemaType.Shape("tool")),
        new("complete", "Whether all of the input could be read when the lock was made.", new SchemaType.Boolean()),
        new("pins", "The servers, by id.", new SchemaType.List(new SchemaType.Shape("pin"))),
    ]);

    private static readonly ImmutableArray<SchemaShape> Parts =
    [
        new("tool", "The program.",
        [
            new("name", "Its name.", Text),
            new("version", "Its semantic version.", Text),
        ]),
        new("pin", "A server.",
        [
            new("id", "Its id; by it the server is found again.", Text),
            new("name", "Its name; by it the server is found again where files have moved.", Text),
            new("version", "Its version; empty where it declares none.", Text),
            new("artifacts", "The packages and images that it is started or taken from.", new SchemaType.List(new SchemaType.Shape("artifact"))),
            new("reach", "What it can touch by its declarations.", new SchemaType.List(new SchemaType.Shape("reach"))),
            new("definitions", "The server itself, then all that can be asked about it, by kind and id.", new SchemaType.List(new SchemaType.Shape("definition"))),
        ]),
        new("artifact", "A package or image.",
        [
            new("ecosystem", "npm, pypi, nuget, oci and so on; empty where it is not known.", Text),
            new("name", "Its name without version.", Text),
            new("version", "Version, range or tag; empty where none was asked for.", Text),
            new("digest", "The digest of its bytes; empty where none is declared.", Text),
        ]),
        new("reach", "One thing that a server can touch.",
        [
            new("kind", "What it is.", new SchemaType.Word([.. Enum.GetValues<ReachKind>().Select(Words.Of)])),
            new("value", "The host, path, name of a secret or variable, or scope.", Text),
        ]),
        new("definition", "A definition.",
        [
            new("kind", "What it defines.", new SchemaType.Word([.. Enum.GetValues<SubjectKind>().Select(Words.Of)])),
            new("id", "Its id within its server, such as tool:add; the server itself is 'server'.", Text),
            new("name", "Its name.", Text),
            new("sha256", "SHA-256 of the canonical form (RFC 8785) of the definition of a tool, prompt or resource, secrets redacted; of anything else that of its values.", Sha256),
            new("parts", "SHA-256 of the canonical form of each part of a tool, prompt or resource, by JSON pointer.", new SchemaType.Map(Sha256)),
            new("values", "The texts and facts that a later audit compares, by field.", new SchemaType.List(new SchemaType.Shape("value"))),
            new("schema", "What an input schema lets in: by JSON pointer, the keywords that keep values out.", new SchemaType.Map(new SchemaType.Shape("bounds"))),
            new("capabilities", "What it can do by its definition, in the grammar of capabilities.", new SchemaType.List(Text)),
        ]),
        new("value", "A value of a field (docs/fields.md).",
        [
            new("field", "The field.", Text),
            new("key", "The name that the star in the field's name stands for.", Text, IsOptional: true),
            new("value", "The value, secrets redacted.", Text, IsOptional: true),
            new("fingerprint", "In its place for what is handed to a server: a short fingerprint, empty for a secret.", Text, IsOptional: true),
        ]),
        new("bounds", "Keywords of JSON Schema with what they say; a long one is kept as its digest.", []),
    ];

    public static void Render(Stream output) => JsonOutput.Write(Lock, output, static (writer, shape) => shape.WriteSchema(writer, "McpScan lock 1", Parts));
}
