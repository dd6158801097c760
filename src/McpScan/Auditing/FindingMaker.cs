using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using McpScan.Auditing.Waiving;
using McpScan.Checks;
using McpScan.Modeling;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Auditing;

/// <summary>Gives a detection its words, places and identity.</summary>
internal sealed class FindingMaker(Redactor redactor, AuditOptions options, ReplacementMaker replacements)
{
    private const int MaxEvidence = 200;
    private const int MaxRelated = 8;
    private readonly PlaceMaker _places = new(redactor);
    private readonly DefinitionDigests _digests = new(redactor);

    /// <summary>A notice's place.</summary>
    public Place PlaceOf(Location location) => _places.Make(location);

    public Finding Make(Detection detection)
    {
        var (_, rule, subject, server, hits) = detection;
        var first = hits is [var hit, ..] ? hit : null;
        var field = first is null ? "" : FieldPath.Of(subject, first);
        var location = first is null
            ? subject.Location
            : new Location(first.Node.Source, first.Span, field.Length > 0 ? $"{subject.Location.LogicalPath}/{field}" : subject.Location.LogicalPath);
        var place = _places.Make(location);
        var evidence = Shorten(place.Snippet.Raw, MaxEvidence);
        var secret = first is { IsSecret: true } ? SecretFingerprint.Of(first.Node.Source.Text.AsSpan(first.Span.Start, first.Span.Length)) : null;
        var message = Say(detection, field, evidence);
        var severity = options.Policy.SeverityOf(rule, server?.Id, detection.Path);
        return new Finding
        {
            Rule = rule,
            Severity = severity,
            IsSevere = severity >= (options.Policy.FailOnAt(rule, server?.Id, detection.Path) ?? options.FailOn),
            Confidence = rule.Confidence,
            Message = secret is null ? message : $"{message} Fingerprint of the value: {secret}.",
            Server = server is null ? null : redactor.Redact(server.Id),
            SubjectKind = subject.Kind,
            SubjectName = redactor.Redact(subject.Name.Raw),
            SubjectId = redactor.Redact(subject.Id),
            Field = redactor.Redact(field),
            Place = place,
            Related = Related(detection, first),
            Evidence = evidence,
            Decoded = first?.Decoded is { } decoded ? new Untrusted(redactor.Redact(Shorten(decoded, MaxEvidence * 5))) : default(Untrusted?),
            Changes = [.. hits.Where(static each => each.Change is not null).Select(each => Show(each.Change!))],
            Replacement = replacements.Of(detection),
            SecretFingerprint = secret,
            Fingerprint = Fingerprint(detection, first),
            EvidenceFingerprint = EvidenceFingerprint(detection),
            Definition = _digests.Of(subject, server),
            Status = FindingStatus.Open,
        };
    }

    /// <summary>What reports show of a waiver.</summary>
    public WaiverReport Show(WaiverCase about)
    {
        var waiver = about.Waiver;
        return new WaiverReport
        {
            Rule = redactor.Redact(waiver.Rule?.Id ?? waiver.RuleName.Value),
            Name = redactor.Redact(WaiverSubjects.NameOf(waiver)),
            Reason = redactor.Redact(waiver.Reason.Value),
            Approver = redactor.Redact(waiver.Approver.Value),
            CreatedBy = waiver.CreatedBy is { } by ? redactor.Redact(by.Value) : null,
            Created = waiver.Created,
            Expires = waiver.Expires,
            Place = _places.Make(new Location(waiver.RuleName.Source, waiver.RuleName.ContentSpan)),
            Problems = [.. about.Problems.Select(static problem => ((ScalarNode)problem.Node).Value)],
            Waived = about.Waived,
        };
    }

    private ImmutableArray<RelatedPlace> Related(Detection detection, Hit? first)
    {
        var related = ImmutableArray.CreateBuilder<RelatedPlace>();
        foreach (var (location, role) in first?.Related ?? [])
        {
            related.Add(new RelatedPlace(_places.Make(location), role));
        }

        for (var i = 1; i < detection.Hits.Count && related.Count < MaxRelated; i++)
        {
            var hit = detection.Hits[i];
            var field = FieldPath.Of(detection.Subject, hit);
            related.Add(new RelatedPlace(_places.Make(new Location(hit.Node.Source, hit.Span, $"{detection.Subject.Location.LogicalPath}/{field}")), "also here"));
        }

        return related.ToImmutable();
    }

    private FindingChange Show(Change change)
    {
        var (before, after) = DifferenceText.Of(change.OldText, change.NewText);
        return new FindingChange(change.Kind, redactor.Redact(Shorten(change.What, MaxEvidence)), Value(before), Value(after));

        Untrusted? Value(string? text) => text is null ? default(Untrusted?) : new Untrusted(redactor.Redact(text));
    }

    private string Say(Detection detection, string field, string evidence)
    {
        var message = new StringBuilder();
        var template = detection.Rule.Message;
        for (var i = 0; i < template.Length;)
        {
            var close = template[i] == '{' ? template.IndexOf('}', i) : -1;
            if (close < 0)
            {
                message.Append(template[i++]);
                continue;
            }

            var value = template[(i + 1)..close] switch
            {
                "name" => detection.Subject.Name.Raw,
                "server" => detection.Server?.Name.Raw ?? "",
                "field" => field,
                "key" => detection.Hits.FirstOrDefault(each => each.Key is not null)?.Key?.Value ?? "",
                // The message has a full stop of its own.
                "evidence" => Shorten(evidence is [.., not '.', '.'] ? evidence[..^1] : evidence, 80),
                var other => detection.Hits.FirstOrDefault(each => each.Values.ContainsKey(other))?.Values[other] ?? "",
            };
            message.Append(new Untrusted(redactor.Redact(Shorten(value, MaxEvidence))).ToString());
            i = close + 1;
        }

        return message.ToString();
    }

    private static string Fingerprint(Detection detection, Hit? first)
    {
        var identity = new StringBuilder(detection.Rule.Id).Append('\n').Append(detection.Subject.Id).Append('\n');
        AppendEvidence(identity, first);
        return Digest(identity);
    }

    /// <summary>Identity of all the evidence: a finding that stays and gains a sentence is not what was accepted.</summary>
    private static string EvidenceFingerprint(Detection detection)
    {
        var identity = new StringBuilder();
        foreach (var hit in detection.Hits)
        {
            AppendEvidence(identity, hit);
            identity.Append('\n').Append(hit.Decoded).Append('\n');
        }

        return Digest(identity);
    }

    // A digest of the secret itself could be tried against a list of passwords.
    private static void AppendEvidence(StringBuilder identity, Hit? hit)
    {
        var text = hit is null ? default : hit.Node.Source.Text.AsSpan(hit.Span.Start, hit.Span.Length);
        var isSpace = true;
        foreach (var c in hit is { IsSecret: true } ? SecretFingerprint.Of(text) : text)
        {
            if (!char.IsWhiteSpace(c))
            {
                identity.Append(char.ToLowerInvariant(c));
                isSpace = false;
            }
            else if (!isSpace)
            {
                identity.Append(' ');
                isSpace = true;
            }
        }
    }

    private static string Digest(StringBuilder identity) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity.ToString())).AsSpan(0, 16));

    private static string Shorten(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[length - 2]) ? length - 2 : length - 1;
        return text[..end] + "…";
    }
}
