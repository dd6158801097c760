using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using McpScan.Governance.Signing;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Governance.SignOffs;

/// <summary>Reads what <see cref="StatementWriter"/> wrote; anything that is missing or of another shape makes it no sign-off.</summary>
public sealed class StatementReader
{
    /// <summary>The first member that is missing or of another type.</summary>
    private string? _unusable;

    private StatementReader()
    {
    }

    /// <summary>The statement of an envelope; null with the reason where it holds another.</summary>
    public static SignOffStatement? Read(DsseEnvelope envelope, out string? problem)
    {
        if (envelope.PayloadType != DsseEnvelope.InToto)
        {
            problem = $"The envelope holds '{new Untrusted(envelope.PayloadType)}', not an in-toto statement.";
            return null;
        }

        var document = JsonReader.Read(new SourceText("payload", Encoding.UTF8.GetString(envelope.Payload.AsSpan())));
        if (document is not { Roots: [var root], Notices.IsEmpty: true } || root["_type"]?.AsString() != StatementWriter.StatementType)
        {
            problem = "The payload is no in-toto statement of version 1.";
            return null;
        }

        if (root["predicateType"]?.AsString() is var type && type != StatementWriter.PredicateType)
        {
            problem = $"The statement is of type '{new Untrusted(type ?? "")}', not {StatementWriter.PredicateType}; a later mcpscan may know it.";
            return null;
        }

        var reader = new StatementReader();
        var statement = reader.ReadStatement(root, reader.Need(root, "predicate"));
        problem = reader._unusable is { } name ? $"The statement has no usable '{name}', so it is no sign-off." : null;
        return problem is null ? statement : null;
    }

    private SignOffStatement ReadStatement(DataNode root, DataNode? predicate)
    {
        var tool = Need(predicate, "tool");
        return new SignOffStatement
        {
            SignOff = ReadSignOff(predicate),
            Inputs = NeedAll(root, "subject", ReadFile),
            Paths = NeedAll(predicate, "paths", NeedText),
            Audit = ReadAudit(Need(predicate, "audit")),
            ToolVersion = NeedText(tool, "version"),
            RulesDigest = NeedText(tool, "rulesDigest"),
            Policy = predicate?["policy"] is { } policy ? ReadFile(policy) : null,
            Lock = predicate?["lock"] is { } locked ? ReadFile(locked) : null,
            Reports = NeedAll(predicate, "reports", ReadFile),
        };
    }

    private SignOff ReadSignOff(DataNode? predicate)
    {
        var approver = Need(predicate, "approver");
        return new SignOff
        {
            Decision = Need(Decisions.Parse(NeedText(predicate, "decision")), "decision"),
            Scope = predicate?["scope"]?.AsString(),
            Conditions = NeedAll(predicate, "conditions", node => new SignOffCondition(NeedText(node, "text"), NeedDay(node, "due"))),
            ResidualRisks = NeedAll(predicate, "residualRisks", NeedText),
            Approver = NeedText(approver, "name"),
            Role = NeedText(approver, "role"),
            KeyId = NeedText(approver, "keyid"),
            Requester = predicate?["requester"]?.AsString(),
            Decided = Need(
                DateTimeOffset.TryParseExact(
                    NeedText(predicate, "decided"), StatementWriter.TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
                    ? time
                    : (DateTimeOffset?)null,
                "decided"),
            Expires = NeedDay(predicate, "expires"),
        };
    }

    private SignedAudit ReadAudit(DataNode? audit) => new(
        NeedText(audit, "verdict"),
        NeedText(audit, "failOn"),
        [.. StatementWriter.Severities.Select(name => NeedNumber(Need(audit, "counts"), name))],
        NeedNumber(audit, "accepted"),
        NeedNumber(audit, "notExamined"),
        NeedAll(audit, "servers", node => new SignedServer(NeedText(node, "id"), NeedText(node, "name"), NeedText(node, "version"), NeedText(node, "verdict"))));

    private BoundFile ReadFile(DataNode node) => new(NeedText(node, "name"), NeedText(Need(node, "digest"), "sha256"));

    private DataNode? Need(DataNode? node, string name)
    {
        var value = node?[name];
        _unusable ??= value is null ? name : null;
        return value;
    }

    private T Need<T>(T? value, string name)
        where T : struct
    {
        _unusable ??= value is null ? name : null;
        return value ?? default;
    }

    private string NeedText(DataNode? node, string name)
    {
        var text = node?[name]?.AsString();
        _unusable ??= text is null ? name : null;
        return text ?? "";
    }

    private string NeedText(DataNode item)
    {
        _unusable ??= item.AsString() is null ? "text of a list" : null;
        return item.AsString() ?? "";
    }

    private DateOnly NeedDay(DataNode? node, string name) => Need(
        DateOnly.TryParseExact(NeedText(node, name), StatementWriter.DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : (DateOnly?)null,
        name);

    private int NeedNumber(DataNode? node, string name) => Need(
        node?[name] is ScalarNode { Kind: ScalarKind.Number } number && int.TryParse(number.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : (int?)null,
        name);

    private ImmutableArray<T> NeedAll<T>(DataNode? node, string name, Func<DataNode, T> read)
    {
        var array = node?[name] as ArrayNode;
        _unusable ??= array is null ? name : null;
        var all = ImmutableArray.CreateBuilder<T>();
        foreach (var item in array is null ? [] : array.Items)
        {
            all.Add(read(item));
        }

        return all.DrainToImmutable();
    }
}
