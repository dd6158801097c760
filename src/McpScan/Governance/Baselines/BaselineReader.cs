using System.Collections.Immutable;
using System.Globalization;
using McpScan.Rules;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Governance.Baselines;

/// <summary>Reads an earlier report, JSON or SARIF, that was named on the command line. One that is not understood whole is not used at all.</summary>
public sealed class BaselineReader
{
    private const string Tool = "mcpscan";
    private const string Mend = "'mcpscan audit -o FILE' writes reports in .json and .sarif.";

    private readonly ImmutableArray<string>.Builder _errors = ImmutableArray.CreateBuilder<string>();
    private readonly ImmutableSortedDictionary<string, BaselineFinding>.Builder _findings = ImmutableSortedDictionary.CreateBuilder<string, BaselineFinding>(StringComparer.Ordinal);

    private BaselineReader()
    {
    }

    /// <summary>The baseline, or null with what is wrong and the mend, each <c>path(line,column): …</c>.</summary>
    public static Baseline? Read(SourceText source, out ImmutableArray<string> errors)
    {
        var reader = new BaselineReader();
        var document = JsonReader.Read(source);
        if (document.Notices.FirstOrDefault() is { } notice)
        {
            reader._errors.Add(source.MessageAt(notice.Location?.Span.Start ?? 0, $"The baseline is no JSON: {notice.Message} {Mend}"));
        }
        else
        {
            reader.Read(source, document.Root);
        }

        errors = reader._errors.ToImmutable();
        return errors.IsEmpty ? new Baseline(source.Path, reader._findings.ToImmutable()) : null;
    }

    private void Read(SourceText source, DataNode? root)
    {
        if (root?["runs"] is ArrayNode runs)
        {
            foreach (var run in runs.Items)
            {
                ReadRun(run);
            }
        }
        else if (root?["findings"] is ArrayNode findings && root["tool"]?["name"]?.AsString() == Tool)
        {
            foreach (var finding in findings.Items)
            {
                AddJson(finding);
            }
        }
        else
        {
            _errors.Add(source.MessageAt(root?.Span.Start ?? 0, $"This is no report of {Tool} in JSON or SARIF. {Mend}"));
        }
    }

    private void ReadRun(DataNode run)
    {
        if (run["tool"]?["driver"]?["name"]?.AsString() is var name && name != Tool)
        {
            Error(run, $"This is a run of '{new Untrusted(name ?? "")}'; a baseline is a report of {Tool}. {Mend}");
            return;
        }

        foreach (var result in run["results"] is { } results ? results.Items : [])
        {
            if (result["baselineState"]?.AsString() != "absent")
            {
                AddSarif(result);
            }
        }
    }

    private void AddJson(DataNode finding) => Add(
        finding, finding["fingerprint"], finding["evidenceFingerprint"], finding["severity"], finding["ruleId"], finding["message"],
        finding["location"]?["path"], finding["location"]?["startLine"], finding["status"]?.AsString() == "waived");

    private void AddSarif(DataNode result)
    {
        var place = result["locations"] is { Items: [var first, ..] } ? first["physicalLocation"] : null;
        Add(
            result, result["partialFingerprints"]?["mcpscan/v1"], result["partialFingerprints"]?["mcpscan/evidence/v1"], result["properties"]?["severity"], result["ruleId"],
            result["message"]?["text"], place?["artifactLocation"]?["uri"], place?["region"]?["startLine"], result["suppressions"] is { Items.IsEmpty: false });
    }

    private void Add(
        DataNode node, DataNode? fingerprint, DataNode? evidence, DataNode? severity, DataNode? ruleId, DataNode? message, DataNode? path, DataNode? line, bool wasWaived)
    {
        if (fingerprint?.AsString() is not { } identity || evidence?.AsString() is not { } all || ruleId?.AsString() is not { } rule
            || !Enum.TryParse<Severity>(severity?.AsString(), ignoreCase: true, out var level) || !Enum.IsDefined(level))
        {
            Error(node, $"A finding of a baseline has a rule id, a severity, a fingerprint and one of its evidence; this one was cut or is of an earlier version. {Mend}");
            return;
        }

        _findings[identity] = new BaselineFinding
        {
            Fingerprint = identity,
            Evidence = all,
            RuleId = rule,
            Severity = level,
            Message = message?.AsString() ?? "",
            Path = path?.AsString() ?? "",
            Line = line is ScalarNode number && int.TryParse(number.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? Math.Max(1, value) : 1,
            WasWaived = wasWaived,
        };
    }

    private void Error(DataNode node, string message) => _errors.Add(node.Source.MessageAt(node.Span.Start, message));
}
