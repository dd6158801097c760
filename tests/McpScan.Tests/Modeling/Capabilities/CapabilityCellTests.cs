using McpScan.Modeling;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Tests.Modeling.Capabilities;

public sealed class CapabilityCellTests
{
    [Theory]
    [InlineData("fs:read:/data/**", "files-read")]
    [InlineData("fs:read,delete:/data/**", "files-read files-changed!")]
    [InlineData("net:connect:api.example.com:443", "network")]
    [InlineData("ipc:connect:x11", "network")]
    [InlineData("exec:spawn:git", "programs!")]
    [InlineData("env:read:TOKEN", "secrets-environment")]
    [InlineData("clock:system", "")]
    [InlineData("assert:calm", "")]
    public void A_declared_term_stands_in_its_columns(string text, string expected)
    {
        var set = CapabilitySet.Of([], [One(CapabilityGrammar.Parse(text, out _)!)]);

        Cells(set).ShouldBe(expected);
    }

    [Fact]
    public void Every_kind_has_a_column_but_the_clock_and_claims()
    {
        foreach (var kind in CapabilityKinds.All.Where(kind => kind.Name is not ("clock" or "assert")))
        {
            foreach (var action in kind.Actions)
            {
                Cells(CapabilitySet.Of([One(new CapabilityTerm(kind.Name, action, "x"))], [])).ShouldNotBeEmpty($"{kind.Name}:{action}");
            }
        }
    }

    [Fact]
    public void What_is_said_and_shown_stands_as_both()
    {
        var row = CapabilityCell.RowOf(CapabilitySet.Of([One(new CapabilityTerm("net", "connect", "*"))], [One(new CapabilityTerm("net", "connect", "a.example"))]));

        row.Single(cell => cell.Standing != CapabilityStanding.None).Standing.ShouldBe(CapabilityStanding.Both);
    }

    [Fact]
    public void Secret_data_stands_among_the_secrets_too()
    {
        var secret = One(new CapabilityTerm("data", "read", "token")) with { Sensitivity = Sensitivity.Secret };

        Cells(CapabilitySet.Of([secret], [])).ShouldBe("data-read secrets-environment");
    }

    [Fact]
    public void A_deletion_that_can_be_undone_is_not_final()
    {
        var archive = One(new CapabilityTerm("data", "delete", "issue")) with { Radius = new BlastRadius(Operation.Delete, IsBounded: true, IsReversible: true) };

        Cells(CapabilitySet.Of([archive], [])).ShouldBe("data-changed");
    }

    private static string Cells(CapabilitySet set)
    {
        var row = CapabilityCell.RowOf(set);
        return string.Join(' ', CapabilityGroup.All.Select((group, i) => row[i].Standing == CapabilityStanding.None ? "" : group.Name + (row[i].IsIrreversible ? "!" : "")).Where(name => name.Length > 0));
    }

    private static Capability One(CapabilityTerm term) => Capability.Declared(term, CapabilityEvidence.Of(JsonReader.Read(new SourceText("a.json", "\"a\"")).Root!));
}
