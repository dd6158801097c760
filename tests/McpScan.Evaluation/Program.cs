using System.CommandLine;
using McpScan.Auditing;
using McpScan.Discovery;
using McpScan.Evaluation;
using McpScan.Evaluation.Training;
using McpScan.Modeling;
using McpScan.Rules;

// Precision and recall over a labelled folder: labels.csv beside <source>/<case>.json. Nothing of such a folder belongs in this repository.
var folder = new Argument<DirectoryInfo>("folder") { Description = "The labelled folder." };
var severity = new Option<Severity>("--severity") { Description = "The lowest severity that counts as a flag.", DefaultValueFactory = _ => Severity.Medium };
var families = new Option<string[]>("--family") { Description = "Count only these families. Repeatable." };
var without = new Option<string[]>("--without-source") { Description = "Leave a source out. Repeatable." };
var only = new Option<string[]>("--only-source") { Description = "Measure these sources alone. Repeatable." };
var bySource = new Option<bool>("--by-source") { Description = "Show every source." };
var misses = new Option<bool>("--misses") { Description = "List the malicious tools that were not flagged." };
var alarms = new Option<bool>("--false-alarms") { Description = "List the benign tools that were flagged, with the rules." };
var command = new RootCommand("Measures McpScan on labelled tools.") { folder, severity, families, without, only, bySource, misses, alarms };
command.SetAction(parsed =>
{
    var root = parsed.GetValue(folder)!.FullName;
    var left = parsed.GetValue(without) ?? [];
    var kept = parsed.GetValue(only) ?? [];
    var labels = Labels.Read(File.ReadAllText(Path.Combine(root, "labels.csv")))
        .Where(l => !left.Contains(l.Source) && (kept.Length == 0 || kept.Contains(l.Source)))
        .ToList();
    var inventory = InventoryBuilder.Build([root], new InventoryOptions { CurrentDirectory = root });
    var report = Auditor.Audit(inventory, RuleSet.BuiltIn, new AuditOptions());
    var verdicts = Measurement.Measure(labels, report, parsed.GetValue(severity), parsed.GetValue(families) ?? [], root: "");
    Console.Write(Summary.Of(verdicts, parsed.GetValue(bySource)));
    if (parsed.GetValue(misses))
    {
        foreach (var miss in verdicts.Where(v => v is { Label: { IsMalicious: true, IsReadable: true }, IsFlagged: false }))
        {
            Console.WriteLine($"missed {miss.Label.AttackClass} {miss.Label.File} {miss.Label.Tool}");
        }
    }

    if (parsed.GetValue(alarms))
    {
        foreach (var alarm in verdicts.Where(v => v is { Label.IsMalicious: false, IsFlagged: true }))
        {
            Console.WriteLine($"false alarm {string.Join(' ', alarm.Rules)} {alarm.Label.File} {alarm.Label.Tool}");
        }
    }

    return 0;
});

// The statistical model of catalogs/lists/wording.yaml, from the texts beside this program's source.
var texts = new Option<DirectoryInfo>("--texts") { Description = "The training texts.", DefaultValueFactory = _ => new DirectoryInfo("tests/McpScan.Evaluation/Texts") };
var output = new Option<FileInfo>("--output", "-o") { Description = "The file to write.", DefaultValueFactory = _ => new FileInfo("catalogs/lists/wording.yaml") };
var train = new Command("train", "Trains the model of wordings.") { texts, output };
train.SetAction(parsed => File.WriteAllText(parsed.GetValue(output)!.FullName, Trainer.Train(parsed.GetValue(texts)!.FullName)));
command.Subcommands.Add(train);
return command.Parse(args).Invoke();
