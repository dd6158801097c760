using System.Collections.Immutable;
using McpScan.Modeling;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Governance.Locking;

/// <summary>A definition that is pinned.</summary>
/// <param name="Kind">What it defines.</param>
/// <param name="Id">Its id within its server, such as <c>tool:add</c>; the server itself is <c>server</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Sha256">
/// Digest of its canonical form (<see cref="CanonicalJson"/>), secrets redacted. That of a tool, prompt or resource is taken of the definition as it was
/// written, that of anything else of <paramref name="Values"/>, which leave out what is handed to a server.
/// </param>
/// <param name="Parts">Digests of the parts of a tool, prompt or resource, by JSON pointer; those that a change is told apart by.</param>
/// <param name="Values">The texts and facts that a later audit compares, by field in the order of its table, then by key.</param>
/// <param name="Schema">What the input schema of a tool lets in, place by place.</param>
/// <param name="Capabilities">What it can do by its definition, in the grammar of capabilities.</param>
/// <param name="Node">Where it was written.</param>
/// <param name="Span">Where to point, as a rule its name.</param>
public sealed record LockedDefinition(
    SubjectKind Kind,
    string Id,
    string Name,
    string Sha256,
    ImmutableArray<LockedPart> Parts,
    ImmutableArray<LockedValue> Values,
    ImmutableArray<LockedSchema> Schema,
    ImmutableArray<LockedCapability> Capabilities,
    DataNode Node,
    TextSpan Span)
{
    /// <summary>A change of the definition as a whole, at the place that stands for it.</summary>
    internal Change Whole(ChangeKind kind, string what) => new(kind, what, Node) { Span = Span };
}

/// <summary>A part of a definition.</summary>
/// <param name="Pointer">JSON pointer from the definition, such as <c>/inputSchema/properties/city</c>.</param>
/// <param name="Sha256">Digest of its canonical form.</param>
/// <param name="Node">Where it was written.</param>
public sealed record LockedPart(string Pointer, string Sha256, DataNode Node);

/// <summary>A value of a field.</summary>
/// <param name="Field">The field.</param>
/// <param name="Key">The name that <c>*</c> stands for; null where there is none.</param>
/// <param name="Text">The value with secrets redacted; of a sealed one a short fingerprint, or nothing where it is a secret.</param>
/// <param name="Node">Where it was written.</param>
public sealed record LockedValue(Field Field, string? Key, string Text, DataNode Node)
{
    /// <summary>Values that are handed to a server and may be anybody's secret: whether they changed is kept, what they are is not.</summary>
    private static readonly ImmutableHashSet<Field> SealedFields = ImmutableHashSet.Create<Field>(
        ReferenceEqualityComparer.Instance,
        LaunchFields.Environment, LaunchFields.BridgeHeader,
        RemoteFields.Header, RemoteFields.EnvironmentHeader, RemoteFields.OAuthClientSecret, RemoteFields.ApiKey,
        InputFields.Default, InputFields.Value);

    /// <summary>Whether values of the field are never kept.</summary>
    public bool IsSealed => SealedFields.Contains(Field);
}

/// <summary>What one place of an input schema lets in.</summary>
/// <param name="Pointer">JSON pointer from the definition.</param>
/// <param name="Bounds">The keywords that keep values out, with the canonical form of what they say, by name.</param>
/// <param name="Node">Where the schema was written.</param>
public sealed record LockedSchema(string Pointer, ImmutableSortedDictionary<string, string> Bounds, DataNode Node);

/// <summary>Something that a definition can do.</summary>
/// <param name="Term">Such as <c>net:connect:api.example.com:443</c>.</param>
/// <param name="Node">What shows or says it.</param>
public sealed record LockedCapability(string Term, DataNode Node);
