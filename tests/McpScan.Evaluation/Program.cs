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

// The statistical models of catalogs/lists, from the texts beside this program's source.
var texts = new Option<DirectoryInfo>("--texts") { Description = "The training texts of the model of wordings that steer.", DefaultValueFactory = _ => new DirectoryInfo("tests/McpScan.Evaluation/Texts") };
var harmTexts = new Option<DirectoryInfo>("--harm-texts") { Description = "The training texts of the model of offers of harm.", DefaultValueFactory = _ => new DirectoryInfo("tests/McpScan.Evaluation/HarmTexts") };
var output = new Option<DirectoryInfo>("--output", "-o") { Description = "The folder to write to.", DefaultValueFactory = _ => new DirectoryInfo("catalogs/lists") };
var train = new Command("train", "Trains the models of wordings.") { texts, harmTexts, output };
train.SetAction(parsed =>
{
    var (steering, harm, lists) = (parsed.GetValue(texts)!.FullName, parsed.GetValue(harmTexts)!.FullName, parsed.GetValue(output)!.FullName);
    File.WriteAllText(Path.Combine(lists, "wording.yaml"), Trainer.Train(steering));
    File.WriteAllText(Path.Combine(lists, "harm-wording.yaml"), Trainer.TrainHarm(harm, steering));
});
command.Subcommands.Add(train);
return command.Parse(args).Invoke();
