using McpScan.Auditing;
using McpScan.Checks;
using McpScan.Rules;
using McpScan.Tests.Modeling;

namespace McpScan.Tests.Checks;

public sealed class CalendarDayTests
{
    [Theory]
    [InlineData("2026-01-31", true)]
    [InlineData("2026-01-31T09:30:00Z", true)]
    [InlineData("2026-01-31 09:30:00+02:00", true)]
    [InlineData("2026-02-30", false)]
    [InlineData("2026-02-30T09:30:00Z", false)]
    [InlineData("2026-1-31", false)]
    [InlineData("31.01.2026", false)]
    [InlineData("20260131", false)]
    [InlineData("2026-01-31T25:30:00Z", false)]
    [InlineData("2026-01-31T", false)]
    [InlineData("", false)]
    public void Only_ISO_8601_is_a_day(string text, bool isDay) => CalendarDay.TryParse(text, out _).ShouldBe(isDay);

    [Theory]
    [InlineData("2025-12-31", "MCPS9570")]
    [InlineData("2026-01-01", "MCPS9570")]
    [InlineData("2026-01-02", "")]
    public void A_last_day_has_passed_on_that_day(string date, string expected) =>
        Ids($"deprecation_date: {date}", new DateOnly(2026, 1, 1)).ShouldBe(expected.Length == 0 ? [] : [expected]);

    [Theory]
    [InlineData("2025-01-01", "")]
    [InlineData("2024-12-31", "MCPS9569")]
    [InlineData("2026-01-02", "")]
    [InlineData("2026-01-03", "MCPS9568")]
    public void An_audit_is_neither_old_nor_ahead(string date, string expected) =>
        Ids($"last_audit: {date}", new DateOnly(2026, 1, 1)).ShouldBe(expected.Length == 0 ? [] : [expected]);

    [Fact]
    public void Without_a_day_nothing_has_passed() => Ids("deprecation_date: 1999-01-01", null).ShouldBeEmpty();

    private static string[] Ids(string member, DateOnly? day)
    {
        var inventory = Take.Inventory(("registry.yaml", $"registry: {{version: 1}}\nservers:\n  desk: {{version: 1, status: active, owner: me, health_check: x, last_audit: 2025-12-01, {member}}}\n"));
        return [.. Auditor.Audit(inventory, RuleSet.BuiltIn, new AuditOptions { Day = day }).Findings.Select(finding => finding.Rule.Id).Where(static id => id is "MCPS9568" or "MCPS9569" or "MCPS9570").Distinct()];
    }
}
