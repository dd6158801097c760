using McpScan.Governance.SignOffs;

namespace McpScan.Tests.Governance.SignOffs;

/// <summary>A sign-off with everything in it, and what lay there when it was made.</summary>
internal static class Statements
{
    public static readonly DateOnly Day = new(2026, 3, 1);

    public static SignOffStatement Full { get; } = new()
    {
        SignOff = new SignOff
        {
            Decision = Decision.ApproveWithConditions, Scope = "pilot", Conditions = [new SignOffCondition("pin the image", new DateOnly(2026, 4, 1))],
            ResidualRisks = ["the vendor may change it"], Approver = "Jane Roe", Role = "CISO", Requester = "John Doe",
            Decided = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero), Expires = new DateOnly(2026, 12, 31), KeyId = "sha256:" + new string('1', 64),
        },
        Inputs = [File("a/tools.json", 'a'), File("b.json", 'b')],
        Paths = ["."],
        Audit = new SignedAudit("rejected", "high", [1, 2, 3, 4, 5], 6, 7, [new SignedServer("a", "<a>", "1.0", "rejected")]),
        ToolVersion = "1.2.3",
        RulesDigest = new string('2', 64),
        Policy = File("policy.yaml", 'c'),
        Lock = File("mcpscan.lock.json", 'd'),
        Reports = [File("report.html", 'e'), File("report.md", 'f')],
    };

    public static Evidence Then { get; } = new()
    {
        Today = Day, Inputs = Full.Inputs, Policy = Seen("policy.yaml", 'c'), Lock = Seen("mcpscan.lock.json", 'd'), Reports = [Seen("report.html", 'e'), Seen("report.md", 'f')],
        ToolVersion = Full.ToolVersion, RulesDigest = Full.RulesDigest,
    };

    public static BoundFile File(string name, char digest) => new(name, new string(digest, 64));

    public static SeenFile Seen(string name, char? digest) => new(name, digest is { } c ? new string(c, 64) : null);
}
