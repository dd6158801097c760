using System.Text;
using McpScan.Auditing.Locking;
using McpScan.Modeling;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Auditing.Waiving;

/// <summary>
/// Digests of the definitions that findings are about: SHA-256 of the canonical form (RFC 8785) in which secrets are sealed, so that neither order nor spacing counts and no
/// digest can be tried against a list of passwords. A tool has the digest that a lock pins; a server as a whole has that of all its parts.
/// </summary>
internal sealed class DefinitionDigests(Redactor redactor)
{
    private readonly Sealer _sealer = new(redactor);
    private readonly Dictionary<Subject, ContentDigest> _known = new(ReferenceEqualityComparer.Instance);

    /// <summary>The digest of a subject's definition, taken when somebody asks.</summary>
    public ContentDigest Of(Subject subject, Server? server)
    {
        if (!_known.TryGetValue(subject, out var digest))
        {
            digest = new ContentDigest(() => Encoding.UTF8.GetBytes(Canonical(subject, server)));
            _known.Add(subject, digest);
        }

        return digest;
    }

    private string Canonical(Subject subject, Server? server)
    {
        if (subject.Kind != SubjectKind.Server || server is null)
        {
            return CanonicalJson.Of(subject.Definition, _sealer.Seal);
        }

        var parts = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var part in server.Subjects)
        {
            parts.Add(CanonicalJson.Sha256(CanonicalJson.Of(part.Definition, _sealer.Seal)));
        }

        return string.Join('\n', parts);
    }
}
