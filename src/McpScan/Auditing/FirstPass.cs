using System.Collections.Immutable;
using McpScan.Auditing.Waiving;
using McpScan.Modeling;
using McpScan.Rules;

namespace McpScan.Auditing;

/// <summary>The findings about the audited side, as waivers leave them. What is wrong with the waivers is asked afterwards, for that depends on these.</summary>
internal sealed class FirstPass
{
    private readonly AuditOptions _options;
    private readonly WaiverDesk _desk;

    public FirstPass(Inventory inventory, AuditOptions options, Answer[] answers)
    {
        _options = options;
        _desk = new WaiverDesk(options.Policy, options.Day);
        Redactor = new Redactor(answers.SelectMany(static a => a.Detections), inventory.BrokenTexts, Lists.BuiltIn);
        Replacements = new ReplacementMaker(inventory, options, Redactor);
        Maker = new FindingMaker(Redactor, options, Replacements);
        var reported = Reported(answers).ToArray();
        Findings = _desk.Waive(reported, Array.ConvertAll(reported, Maker.Make), Maker.Show);
        WaiverSlots = [.. WaiverSubjects.Of(_desk.Cases).Select(static subject => new Slot(subject, null, -1, [], null))];
    }

    public Redactor Redactor { get; }

    public ReplacementMaker Replacements { get; }

    public FindingMaker Maker { get; }

    public ImmutableArray<Finding> Findings { get; }

    /// <summary>The waivers as subjects that rules can ask about.</summary>
    public List<Slot> WaiverSlots { get; }

    public ImmutableArray<WaiverReport> Waivers => _desk.Reports;

    /// <summary>The detections that are sure enough for the report.</summary>
    public IEnumerable<Detection> Reported(Answer[] answers) => answers.SelectMany(static a => a.Detections)
        .Where(d => d.Rule.Confidence >= (_options.Policy.MinConfidenceAt(d.Rule, d.Server?.Id, d.Path) ?? _options.MinConfidence));
}
