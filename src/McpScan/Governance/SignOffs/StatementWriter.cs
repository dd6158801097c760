using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using McpScan.Syntax;

namespace McpScan.Governance.SignOffs;

/// <summary>Writes a sign-off as an in-toto statement; <see cref="StatementReader"/> reads it.</summary>
public static class StatementWriter
{
    internal const string StatementType = "https://in-toto.io/Statement/v1";
    internal const string PredicateType = "https://mcpscan.example/predicate/signoff/v1";
    internal const string DayFormat = "yyyy-MM-dd";
    internal const string TimeFormat = "yyyy-MM-ddTHH:mm:ssZ";

    /// <summary>Names of severities, by the index of their counts.</summary>
    internal static readonly ImmutableArray<string> Severities = ["info", "low", "medium", "high", "critical"];

    /// <summary>The bytes that are signed: the same for the same statement.</summary>
    public static ImmutableArray<byte> Write(SignOffStatement statement)
    {
        using var stream = new MemoryStream();
        JsonOutput.Write(statement, stream, static (writer, statement) =>
        {
            writer.WriteStartObject();
            writer.WriteString("_type", StatementType);
            WriteFiles(writer, "subject", statement.Inputs);
            writer.WriteString("predicateType", PredicateType);
            writer.WriteStartObject("predicate");
            WriteSignOff(writer, statement.SignOff);
            WriteAudit(writer, statement.Audit);
            writer.WriteStartObject("tool");
            writer.WriteString("name", "mcpscan");
            writer.WriteString("version", statement.ToolVersion);
            writer.WriteString("rulesDigest", statement.RulesDigest);
            writer.WriteEndObject();
            WriteTexts(writer, "paths", statement.Paths);
            WriteFile(writer, "policy", statement.Policy);
            WriteFile(writer, "lock", statement.Lock);
            WriteFiles(writer, "reports", statement.Reports);
            writer.WriteEndObject();
            writer.WriteEndObject();
        });
        return [.. stream.ToArray()];
    }

    private static void WriteSignOff(Utf8JsonWriter writer, SignOff signOff)
    {
        writer.WriteString("decision", signOff.Decision.ToWord());
        if (signOff.Scope is not null)
        {
            writer.WriteString("scope", signOff.Scope);
        }

        writer.WriteStartArray("conditions");
        foreach (var condition in signOff.Conditions)
        {
            writer.WriteStartObject();
            writer.WriteString("text", condition.Text);
            writer.WriteString("due", condition.Due.ToString(DayFormat, CultureInfo.InvariantCulture));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        WriteTexts(writer, "residualRisks", signOff.ResidualRisks);
        writer.WriteStartObject("approver");
        writer.WriteString("name", signOff.Approver);
        writer.WriteString("role", signOff.Role);
        writer.WriteString("keyid", signOff.KeyId);
        writer.WriteEndObject();
        if (signOff.Requester is not null)
        {
            writer.WriteString("requester", signOff.Requester);
        }

        writer.WriteString("decided", signOff.Decided.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture));
        writer.WriteString("expires", signOff.Expires.ToString(DayFormat, CultureInfo.InvariantCulture));
    }

    private static void WriteAudit(Utf8JsonWriter writer, SignedAudit audit)
    {
        writer.WriteStartObject("audit");
        writer.WriteString("verdict", audit.Verdict);
        writer.WriteString("failOn", audit.FailOn);
        writer.WriteStartObject("counts");
        for (var i = Severities.Length - 1; i >= 0; i--)
        {
            writer.WriteNumber(Severities[i], audit.Counts[i]);
        }

        writer.WriteEndObject();
        writer.WriteNumber("accepted", audit.Accepted);
        writer.WriteNumber("notExamined", audit.NotExamined);
        writer.WriteStartArray("servers");
        foreach (var server in audit.Servers)
        {
            writer.WriteStartObject();
            writer.WriteString("id", server.Id);
            writer.WriteString("name", server.Name);
            writer.WriteString("version", server.Version);
            writer.WriteString("verdict", server.Verdict);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, ImmutableArray<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }

    private static void WriteFiles(Utf8JsonWriter writer, string name, ImmutableArray<BoundFile> files)
    {
        writer.WriteStartArray(name);
        foreach (var file in files)
        {
            writer.WriteStartObject();
            WriteBody(writer, file);
        }

        writer.WriteEndArray();
    }

    private static void WriteFile(Utf8JsonWriter writer, string name, BoundFile? file)
    {
        if (file is not null)
        {
            writer.WriteStartObject(name);
            WriteBody(writer, file);
        }
    }

    /// <summary>A resource descriptor of in-toto, in an object that is open already.</summary>
    private static void WriteBody(Utf8JsonWriter writer, BoundFile file)
    {
        writer.WriteString("name", file.Name);
        writer.WriteStartObject("digest");
        writer.WriteString("sha256", file.Sha256);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
