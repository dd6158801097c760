using System.Collections.Immutable;
using McpScan.Modeling;
using McpScan.Text;

namespace McpScan.Auditing;

/// <summary>Says for a finding what to write instead, by the <c>replacement</c> that its rule names. Pure; asked only where a rule fired.</summary>
internal sealed class ReplacementMaker(Inventory inventory, AuditOptions options, Redactor redactor)
{
    private Dictionary<SourceText, ClientFacts>? _clients;
    private readonly HashSet<SourceText> _edited = [];
    private KnownVersions? _versions;

    /// <summary>The files that have edits, by path.</summary>
    public ImmutableArray<MaskedText> Edited() => _edited.Count == 0 ? [] : [.. _edited.Select(source => new MaskedText(source.Path, redactor.Redact(source))).OrderBy(m => m.Path, StringComparer.Ordinal)];

    /// <summary>The replacement, or null where the rule names none or nothing better is known than its advice.</summary>
    public Replacement? Of(Detection detection)
    {
        if (detection.Rule.Replacement is not { } name || detection.Hits.Count == 0)
        {
            return null;
        }

        _clients ??= ClientFacts.Of(inventory);
        _versions ??= new KnownVersions(inventory, options.Pins);
        var source = detection.Subject.Definition.Source;
        var input = new ReplacementInput(detection, _clients.GetValueOrDefault(source), _versions, redactor.Redact);
        if (Replacers.Propose(name, input) is not { } proposal)
        {
            return null;
        }

        var edits = ImmutableArray.CreateBuilder<Edit>(proposal.Changes.Count);
        foreach (var change in proposal.Changes)
        {
            edits.Add(Edit.Of(source, change));
        }

        if (edits.Count > 0)
        {
            _edited.Add(source);
        }

        return new Replacement(new Untrusted(redactor.Redact(proposal.Text)).ToString(), edits.ToImmutable());
    }
}
