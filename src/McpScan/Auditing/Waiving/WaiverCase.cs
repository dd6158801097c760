using System.Collections.Immutable;
using McpScan.Governance;
using McpScan.Modeling;
using McpScan.Standards;
using McpScan.Syntax;

namespace McpScan.Auditing.Waiving;

/// <summary>One waiver while it is held against the findings.</summary>
/// <param name="waiver">The waiver.</param>
internal sealed class WaiverCase(Waiver waiver)
{
    private readonly ImmutableArray<FieldEntry>.Builder _problems = ImmutableArray.CreateBuilder<FieldEntry>();
    private readonly SortedSet<string> _digests = new(StringComparer.Ordinal);
    private readonly HashSet<Server> _servers = new(ReferenceEqualityComparer.Instance);

    public Waiver Waiver => waiver;

    /// <summary>How many findings it is about.</summary>
    public int Matched { get; private set; }

    /// <summary>How many findings it waives.</summary>
    public int Waived { get; private set; }

    /// <summary>Whether it waives anything; a changed definition takes away its force for that definition only.</summary>
    public bool IsValid { get; private set; } = true;

    /// <summary>What is wrong with it, as entries of its subject.</summary>
    public ImmutableArray<FieldEntry> Problems => _problems.ToImmutable();

    /// <summary>The digests of the definitions that its findings are about.</summary>
    public IReadOnlyCollection<string> Digests => _digests;

    /// <summary>Those who own or wrote the servers that its findings are about.</summary>
    public IEnumerable<string> Answers => _servers
        .SelectMany(static server => server.Self.Select(ServerFields.Owner).Concat(server.Self.Select(ServerFields.Publisher)))
        .Select(static entry => entry.Node).OfType<ScalarNode>().Select(static node => node.Value);

    /// <summary>Whether it is about a finding, valid or not.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="server">The id of its server; null where it has none.</param>
    public bool Concerns(Finding finding, string? server) =>
        IsOfRule(finding)
        && (waiver.Server is null || (server is not null && PolicyOverride.Fits(waiver.Server, server)))
        && (waiver.Tool is null || waiver.Tool.IsMatch(finding.SubjectName.Raw))
        && (waiver.Path is null || waiver.Path.IsMatch(finding.Place.Path))
        && (waiver.Field is null || waiver.Field.IsMatch(finding.Field.Raw))
        && (waiver.Fingerprint is null || waiver.Fingerprint.Value == finding.Fingerprint);

    /// <summary>Takes note of a finding that it is about.</summary>
    public void Match(Finding finding, Server? server)
    {
        Matched++;
        _digests.Add(DigestOf(finding));
        if (server is not null)
        {
            _servers.Add(server);
        }
    }

    /// <summary>Whether it was given for a definition of that digest.</summary>
    public bool IsFor(string digest) => waiver.Digests.Any(given => given.Value == digest);

    /// <summary>Whether it waives a finding that it is about.</summary>
    public bool Covers(Finding finding) => IsValid && IsFor(DigestOf(finding));

    public void CountWaived() => Waived++;

    /// <summary>Notes something wrong that takes away its force.</summary>
    /// <param name="problem">A word of <see cref="WaiverFields.Problem"/>.</param>
    /// <param name="at">What shows it.</param>
    /// <param name="more">What the message says besides.</param>
    public void Add(string problem, ScalarNode at, string more)
    {
        IsValid = false;
        Note(problem, at, more);
    }

    /// <summary>Notes that a definition is not the one that it was given for.</summary>
    public void AddChanged(ScalarNode at, string digest) => Note("changed", at, digest);

    private void Note(string problem, ScalarNode at, string more) => _problems.Add(new FieldEntry(WaiverFields.Problem, DerivedScalar.At(at, problem), DerivedScalar.At(at, more)));

    private bool IsOfRule(Finding finding)
    {
        if (waiver.Rule is { } rule)
        {
            return rule.Id == finding.Rule.Id;
        }

        var glob = new Glob(waiver.RuleName);
        return waiver.RuleName.Value == finding.Rule.Family || glob.IsMatch(finding.Rule.Id) || glob.IsMatch(finding.Rule.Name);
    }

    private static string DigestOf(Finding finding) => $"sha256:{finding.Definition}";
}
