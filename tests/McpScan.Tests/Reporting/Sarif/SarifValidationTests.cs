using McpScan.Reporting.Sarif;

namespace McpScan.Tests.Reporting.Sarif;

/// <summary>What Microsoft's validator says, with the rules of the standard and those of GitHub.</summary>
public sealed class SarifValidationTests
{
    [Fact]
    public void The_validator_has_no_error_and_no_warning_but_the_accepted_ones()
    {
        SarifValidator.Complaints(Rendering.ToText(new SarifRenderer(), SampleReports.Realistic)).ShouldBeEmpty();
        SarifValidator.Complaints(Rendering.ToText(new SarifRenderer(), SampleReports.Hostile)).ShouldBeEmpty();
    }

    [Fact]
    public void The_validator_can_fail()
    {
        var broken = Rendering.ToText(new SarifRenderer(), SampleReports.Realistic)
            .Replace("\"startLine\": 7", "\"startLine\": 0", StringComparison.Ordinal);

        SarifValidator.Complaints(broken).ShouldNotBeEmpty();
    }
}
