using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using McpScan.Governance.Signing;
using McpScan.Governance.SignOffs;

namespace McpScan.Tests.Governance.SignOffs;

public sealed class StatementTests
{
    [Fact]
    public void A_statement_is_as_committed() =>
        Golden.Match("tests/McpScan.Tests/Governance/SignOffs/statement.json", Encoding.UTF8.GetString(StatementWriter.Write(Statements.Full).AsSpan()));

    [Fact]
    public void A_statement_comes_back_as_it_was_written()
    {
        foreach (var statement in new[] { Statements.Full, Least() })
        {
            var written = StatementWriter.Write(statement);

            StatementWriter.Write(Read(written, out var problem).ShouldNotBeNull(problem)).ShouldBe(written);
        }
    }

    [Fact]
    public void Nothing_that_is_needed_may_be_missing_or_of_another_type()
    {
        var whole = JsonNode.Parse(StatementWriter.Write(Statements.Full).AsSpan())!.AsObject();
        string[] optional = ["predicate.scope", "predicate.requester", "predicate.policy", "predicate.lock", "predicate.tool.name"];
        var paths = Paths(whole, "").Where(path => !optional.Contains(path)).ToList();
        paths.Count.ShouldBeGreaterThan(40);
        foreach (var path in paths)
        {
            foreach (var value in new[] { null, JsonValue.Create(true) })
            {
                var changed = whole.DeepClone().AsObject();
                Set(changed, path, value);
                Read([.. Encoding.UTF8.GetBytes(changed.ToJsonString())], out var problem).ShouldBeNull(path);
                problem.ShouldNotBeNull();
            }
        }
    }

    [Theory]
    [InlineData("text/plain", "{}", "The envelope holds 'text/plain', not an in-toto statement.")]
    [InlineData(DsseEnvelope.InToto, "{}", "The payload is no in-toto statement of version 1.")]
    [InlineData(DsseEnvelope.InToto, "", "The payload is no in-toto statement of version 1.")]
    [InlineData(DsseEnvelope.InToto, "{\"_type\": \"https://in-toto.io/Statement/v1\", \"predicateType\": \"https://slsa.dev/provenance/v1\u001b\"}", "The payload is no in-toto statement of version 1.")]
    [InlineData(DsseEnvelope.InToto, "{\"_type\": \"https://in-toto.io/Statement/v1\", \"predicateType\": \"https://slsa.dev/provenance/v1\"}", "The statement is of type 'https://slsa.dev/provenance/v1', not https://mcpscan.example/predicate/signoff/v1; a later mcpscan may know it.")]
    public void Another_statement_is_told_apart(string type, string payload, string expected)
    {
        StatementReader.Read(new DsseEnvelope(type, [.. Encoding.UTF8.GetBytes(payload)], "", []), out var problem).ShouldBeNull();
        problem.ShouldBe(expected);
    }

    private static SignOffStatement? Read(ImmutableArray<byte> payload, out string? problem) => StatementReader.Read(new DsseEnvelope(DsseEnvelope.InToto, payload, "", []), out problem);

    private static SignOffStatement Least() => Statements.Full with
    {
        SignOff = Statements.Full.SignOff with { Decision = Decision.Reject, Scope = null, Conditions = [], ResidualRisks = [], Requester = null }, Policy = null, Lock = null, Reports = [],
    };

    private static IEnumerable<string> Paths(JsonNode? node, string at) => node switch
    {
        JsonObject members => members.SelectMany(member => Paths(member.Value, at + "." + member.Key).Prepend((at + "." + member.Key)[1..])),
        JsonArray items => items.Take(1).SelectMany(item => Paths(item, at + ".0")),
        _ => [],
    };

    private static void Set(JsonObject root, string path, JsonNode? value)
    {
        JsonNode node = root;
        var steps = path.Split('.');
        foreach (var step in steps[..^1])
        {
            node = node is JsonArray array ? array[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)]! : node[step]!;
        }

        if (value is null)
        {
            node.AsObject().Remove(steps[^1]);
        }
        else
        {
            node[steps[^1]] = value;
        }
    }
}
