using System.Collections.Immutable;
using System.Text.Json;
using McpScan.Auditing;
using McpScan.Governance.Baselines;
using McpScan.Modeling;
using McpScan.Rules;
using McpScan.Syntax;
using McpScan.Syntax.Schemas;
using McpScan.Text;

namespace McpScan.Reporting.Json;

/// <summary>What the JSON report looks like, as a JSON Schema (2020-12); docs/report.schema.json is its output.</summary>
/// <remarks>It permits members that it does not know, so that a reader of version 1.0 accepts every later 1.x.</remarks>
internal static class ReportSchema
{
    private static readonly SchemaType Text = new SchemaType.Text();
    private static readonly SchemaType Sha256 = new SchemaType.Text("^[0-9a-f]{64}$");
    private static readonly SchemaType Date = new SchemaType.Date();
    private static readonly SchemaType Count = new SchemaType.Number();
    private static readonly SchemaType Position = new SchemaType.Number(1);
    private static readonly SchemaType Texts = new SchemaType.List(Text);
    private static readonly SchemaType Severities = Word<Severity>(Words.Of);
    private static readonly SchemaType Confidences = Word<Confidence>(Words.Of);
    private static readonly SchemaType Verdicts = Word<Verdict>(Words.Of);
    private static readonly SchemaType Taxa = new SchemaType.List(new SchemaType.Text("^[a-z0-9-]+:.+$"));

    private static readonly SchemaShape Report = new("report", "What McpScan read, asked and found in one run.",
    [
        new("schemaVersion", "Version of this shape: the first number changes when a reader may break, the second when members are added.", new SchemaType.Text(@"^1\.[0-9]+$")),
        new("tool", "What made the report.", Shape("tool")),
        new("timestamp", "When the audit is said to have happened, in UTC; there only if SOURCE_DATE_EPOCH was set.", Text, IsOptional: true),
        new("verdict", "The worst verdict of any server.", Verdicts),
        new("verdictWithoutWaivers", "The verdict if nothing were waived; left out where nothing is.", Verdicts, IsOptional: true),
        new("failOn", "The lowest severity that rejects a server; a policy may set another one for a place.", Severities),
        new("exitCode", "The program's exit code: 0 nothing at or above failOn, 1 findings, 3 the audit is incomplete.", Count),
        new("policy", "The policy that the audit went by; left out where there was none.", Shape("policy"), IsOptional: true),
        new("inputs", "The files that were read and recognised.", List("input")),
        new("servers", "The servers that were found, by id.", List("server")),
        new("agents", "Who may call what: the agents of gateways, and the user of each client configuration, by id.", List("agent")),
        new("findings", "What the rules found, by path, offset, rule and subject; waived and known ones stay in, with their status.", List("finding")),
        new("baseline", "How the findings stand to an earlier report; left out where none was given.", Shape("baseline"), IsOptional: true),
        new("rules", "Every rule that was asked, by id, also those that found nothing.", List("rule")),
        new("frameworks", "Compliance frameworks that were asked for, by control.", List("framework")),
        new("notices", "Trouble of the run itself, never of the target.", List("notice")),
        new("coverage", "How much of the input the report rests on.", Shape("coverage")),
    ]);

    private static readonly ImmutableArray<SchemaShape> Parts =
    [
        new("tool", "The program and its rules.",
        [
            new("name", "The program.", Text),
            new("version", "Its semantic version.", Text),
            new("rulesDigest", "SHA-256 over every rule and catalog in force: equal digests asked the same questions.", Sha256),
        ]),
        new("input", "A file that was read and recognised.",
        [
            new("path", "Relative path with forward slashes; a member of an archive reads bundle.mcpb!/manifest.json.", Text),
            new("kind", "What it was recognised as, such as tools-list or client-config/cursor.", Text),
            new("sha256", "Digest of the bytes on disk.", Sha256),
        ]),
        new("server", "A server, joined from all files that describe it.",
        [
            new("id", "Stable and unique in the report.", Text),
            new("name", "The name it gives itself, else the name of its file. Text by the audited side.", Text),
            new("version", "The version it declares. Text by the audited side.", Text, IsOptional: true),
            new("path", "The file that introduced it.", Text),
            new("group", "The client configuration or folder in which it is installed together with others.", Text, IsOptional: true),
            new("verdict", "Rejected: an open finding at or above failOn. Incomplete: something that matters could not be read. Conditional: an open medium finding, or a waiver. Else approved.", Verdicts),
            new("verdictWithoutWaivers", "Its verdict if nothing of it were waived; left out where nothing is.", Verdicts, IsOptional: true),
            new("risk", "The highest severity of its open findings.", Severities, IsOptional: true),
            new("counts", "Its open findings by severity.", Shape("counts")),
            new("capabilities", "What it can do as a whole, its tools together: the texts of observed and declared, each once.", Texts),
            new("observed", "What the definitions of its parts show that it can do.", List("capability")),
            new("declared", "What manifests, profiles and permissions say that it can do.", List("capability")),
            new("matrix", "Its row of the capability matrix, by group; groups of which nothing is there are left out.", new SchemaType.Map(Shape("matrixCell"))),
            new("tools", "Its tools, in document order.", List("serverTool")),
            new("parts", "How many tools, prompts, resources, launches and so on it has, by kind of subject.", new SchemaType.Map(Count)),
            new("outcomes", "The ids of all rules, by what each came to on this server.", Shape("outcomes")),
        ]),
        new("agent", "Somebody within whose reach servers and tools come together.",
        [
            new("id", "Stable and unique in the report: the id of its subject.", Text),
            new("name", "What it is called. Text by the audited side.", Text),
            new("kind", "Declared: a gateway's file names it with what it may call. Client: the user of a client configuration, who has all that it installs.", Word<AgentKind>(Words.Of)),
            new("path", "The file that declares it.", Text),
            new("servers", "What it may call, in document order, then what it must not.", List("grant")),
            new("capabilities", "What the tools within its reach show with medium or high confidence, at most 200.", Texts),
            new("toxicFlows", "The fingerprints of findings about combinations of tools within its reach that together do harm.", Texts),
        ]),
        new("grant", "A server in the reach of an agent.",
        [
            new("name", "The server as the agent names it, or a pattern. Text by the audited side.", Text),
            new("ids", "The ids of the servers that it means, at most 200; none where nobody knows the name.", Texts),
            new("standing", "Allowed; deprecated: allowed, but on its way out by the registry; contradictory: allowed and denied; denied; unknown: allowed, but not in the registry.", Word<GrantStanding>(Words.Of)),
            new("allTools", "Whether every tool is within reach, those that nobody knows included.", new SchemaType.Boolean()),
            new("toolCount", "How many tools within reach are named or known.", Count),
            new("tools", "The first 200 of them.", List("grantedTool")),
        ]),
        new("grantedTool", "A tool in the reach of an agent.",
        [
            new("name", "Its name. Text by the audited side.", Text),
            new("known", "Whether the server has it; left out where nobody knows the server's tools.", new SchemaType.Boolean(), IsOptional: true),
        ]),
        new("counts", "Numbers of findings by severity.",
        [
            new("critical", "Critical findings.", Count),
            new("high", "High findings.", Count),
            new("medium", "Medium findings.", Count),
            new("low", "Low findings.", Count),
            new("info", "Findings for information.", Count),
        ]),
        new("serverTool", "A tool of a server.",
        [
            new("name", "Its name. Text by the audited side.", Text),
            new("capabilities", "What it can do, such as net:connect:api.example.com:443: the texts of observed and declared, each once. Text by the audited side.", Texts),
            new("observed", "What its definition shows that it can do.", List("capability")),
            new("declared", "What a manifest says that it can do.", List("capability")),
            new("claims", "What its annotations say of its harmlessness.", new SchemaType.List(Word<ClaimKind>(Words.Of))),
            new("matrix", "Its row of the capability matrix, by group; groups of which nothing is there are left out.", new SchemaType.Map(Shape("matrixCell"))),
        ]),
        new("matrixCell", "What a tool or a server has of one group of capabilities.",
        [
            new("standing", "Declared: a manifest or profile says it. Observed: the definition shows it. Both.", Word<CapabilityStanding>(Words.Of)),
            new("reversible", "Whether all of it can be undone, or changes nothing.", new SchemaType.Boolean()),
        ]),
        new("capability", "Something that a tool or a server can do.",
        [
            new("capability", "It in the grammar kind:actions:scope of capgate. Text by the audited side.", Text),
            new("extension", "Whether its kind is McpScan's own and unknown to capgate.", new SchemaType.Boolean()),
            new("confidence", "How sure it is; a declaration is sure of what it says.", Confidences),
            new("operation", "The farthest operation that it permits.", Word<Operation>(Words.Of)),
            new("bounded", "Whether its scope or a schema keeps it to a part of its kind.", new SchemaType.Boolean()),
            new("reversible", "Whether what it did can be undone.", new SchemaType.Boolean()),
            new("sensitivity", "For data, whom it hurts when it becomes known; left out where that is not known.", Word<Sensitivity>(Words.Of), IsOptional: true),
            new("evidence", "The words that say or show it, at most 80 characters; a secret in them is redacted. Text by the audited side.", Text),
            new("location", "Where they stand.", Shape("place")),
        ]),
        new("outcomes", "Rule ids by outcome; each rule stands in exactly one list.",
        [
            new("fired", "They found something.", Texts),
            new("incomplete", "They would have asked about something that could not be read.", Texts),
            new("clear", "They asked and found nothing.", Texts),
            new("notApplicable", "There was nothing for them to ask about.", Texts),
        ]),
        new("finding", "An answer of a rule about a subject, with its evidence.",
        [
            new("ruleId", "The rule's id, such as MCPS1007; never reused.", Text),
            new("ruleName", "The rule's name in kebab case.", Text),
            new("family", "The rule's family, such as tool-poisoning.", new SchemaType.Word(Families.All)),
            new("severity", "How bad it is if the finding is right: the rule's word, unless the policy says otherwise.", Severities),
            new("confidence", "How sure the rule is that it is right.", Confidences),
            new("title", "The rule's title.", Text),
            new("message", "One sentence about this case; characters without a glyph are shown as code points.", Text),
            new("server", "The id of the server; left out for a client, a file or a free profile.", Text, IsOptional: true),
            new("subject", "What the finding is about.", Shape("subject")),
            new("location", "The first and sharpest place.", Shape("place")),
            new("related", "Further places of the same finding.", List("relatedPlace")),
            new("evidence", "The text at the place, at most 200 characters; a secret in it is redacted. Text by the audited side, raw.", Text),
            new("secretFingerprint", "A short digest of the secret that was redacted, to tell which keys are one key; left out where there is none.", new SchemaType.Text("^[0-9a-f]{4}([0-9a-f]{4})?$"), IsOptional: true),
            new("decoded", "What the evidence decodes to, where it does not stand in plain sight. Text by the audited side, raw.", Text, IsOptional: true),
            new("taxa", "The rule's entries in taxonomies, each written catalog:id, such as cwe:CWE-1427.", Taxa),
            new("fix", "What to do about it.", Text),
            new("replacement", "What to write instead; left out where the advice under fix is all there is.", Shape("replacement"), IsOptional: true),
            new("changes", "How the subject differs from its pinned form; left out where that is not what the finding says.", List("change"), IsOptional: true),
            new("fingerprint", "Identity by rule, subject and normalised evidence, never by line: the same finding keeps it when the file is reordered.", new SchemaType.Text("^[0-9a-f]{32}$")),
            new("evidenceFingerprint", "Identity of all the evidence: it changes where the finding stays and its evidence does not.", new SchemaType.Text("^[0-9a-f]{32}$")),
            new("status", "Open, or waived by the policy, or known from the baseline. Only open findings count.", Word<FindingStatus>(Words.Of)),
            new("baselineState", "How it stands to the earlier report that the audit was given: new, unchanged, or updated, which has other evidence or a higher severity; left out where it was given none.", Word<BaselineState>(Words.Of), IsOptional: true),
            new("rejecting", "Whether it rejects its server: it is open, and at or above the threshold of its place.", new SchemaType.Boolean()),
            new("waiver", "What accepts it, where its status is waived.", Shape("waiver"), IsOptional: true),
        ]),
        new("change", "A difference from the pinned form.",
        [
            new("kind", "How it differs.", Word<ChangeKind>(Words.Of)),
            new("what", "What differs, in a few words.", Text),
            new("before", "The pinned value, cut to where it differs; left out where there was none. Text by the audited side.", Text, IsOptional: true),
            new("after", "The value, cut to where it differs; left out where there is none any more. Text by the audited side.", Text, IsOptional: true),
        ]),
        new("baseline", "How the findings stand to an earlier report.",
        [
            new("path", "The earlier report as the caller named it.", Text),
            new("new", "Findings that it does not have.", Count),
            new("unchanged", "Findings that it has as they are.", Count),
            new("updated", "Findings that it has with other evidence or a lower severity; they count.", Count),
            new("absent", "Its findings that are no longer there, by fingerprint.", List("absentFinding")),
        ]),
        new("absentFinding", "A finding of an earlier report that is no longer there.",
        [
            new("fingerprint", "Its identity.", new SchemaType.Text("^[0-9a-f]{32}$")),
            new("ruleId", "The rule's id.", Text),
            new("severity", "Its severity.", Severities),
            new("message", "Its message.", Text),
            new("path", "The file that it was found in.", Text),
            new("startLine", "The line that it began in.", Position),
        ]),
        new("policy", "The policy and its waivers, in the order in which they were written.",
        [
            new("name", "What it calls itself.", Text, IsOptional: true),
            new("path", "The file; left out where only waivers were given.", Text, IsOptional: true),
            new("sha256", "Digest of the file's text.", Sha256, IsOptional: true),
            new("day", "The day of the audit, in UTC: what is overdue or has expired is so on this day.", Date, IsOptional: true),
            new("waivers", "Accepted findings, also those whose waiver has no force.", List("waiverState")),
        ]),
        Waiver("waiver", "Who accepted a finding, why and until when."),
        Waiver("waiverState", "A waiver, and what came of it.",
            new("problems", "What is wrong with it: expired, future, orphaned, self-approved, unentitled, many-rules, no-place, no-end, too-long, unbound, changed. Each is a finding too.", Texts),
            new("waived", "How many findings it waives.", Count)),
        new("replacement", "What to write instead of what a finding points at.",
        [
            new("text", "The replacement in words, secrets redacted.", Text),
            new("edits", "The changes of files that make it so, in order of place; none where only a person can decide.", List("edit")),
        ]),
        new("edit", "A region of a file and what takes its place. Lines and columns count from 1, in UTF-16 units; the end is exclusive.",
        [
            new("path", "The file that changes, relative with forward slashes.", Text),
            new("startLine", "The line in which the region begins.", Count),
            new("startColumn", "The column in which the region begins.", Count),
            new("endLine", "The line in which the region ends.", Count),
            new("endColumn", "The column behind its last character.", Count),
            new("offset", "Where the region begins, in UTF-16 units; a byte-order mark does not count.", Count),
            new("length", "How many UTF-16 units of the file it takes.", Count),
            new("newText", "What takes its place; empty to remove it.", Text),
        ]),
        new("subject", "The thing that a rule asked about.",
        [
            new("kind", "The kind of thing.", Word<SubjectKind>(Words.Of)),
            new("name", "What a person calls it. Text by the audited side.", Text),
            new("field", "Where in its definition the evidence stands, such as inputSchema.properties.city.description; left out for the thing as a whole.", Text, IsOptional: true),
            new("id", "Stable identity in the report.", Text),
            new("digest", "SHA-256 of its definition in canonical form (RFC 8785), secrets sealed; a waiver is given for it.", new SchemaType.Text("^sha256:[0-9a-f]{64}$"), IsOptional: true),
        ]),
        Place("place", "A region of a file. Lines and columns count from 1, columns and lengths in UTF-16 units; the end is exclusive."),
        Place("relatedPlace", "A region of a file that a finding also rests on.", new SchemaMember("role", "Its part in the finding, such as: also here.", Text)),
        new("rule", "A rule that was asked.",
        [
            new("id", "Its id, such as MCPS1007.", Text),
            new("name", "Its name in kebab case.", Text),
            new("title", "What it finds, in one line.", Text),
            new("family", "Its family.", new SchemaType.Word(Families.All)),
            new("severity", "Its own severity, before any policy.", Severities),
            new("outcome", "Over the whole run: fired, else incomplete, else clear, else not-applicable.", Word<Outcome>(Words.Of)),
            new("subjects", "How many subjects it was asked about.", Count),
            new("why", "Why it matters, for the person who must decide.", Text),
            new("taxa", "Its entries in taxonomies, each written catalog:id.", Taxa),
            new("references", "Addresses of further reading.", Texts),
        ]),
        new("framework", "A compliance framework, answered by control. It supports a judgement and proves no conformity.",
        [
            new("id", "Its id, as --framework takes it.", Text),
            new("name", "The name of the framework.", Text),
            new("version", "The version that is meant.", Text),
            new("controls", "All of its controls, in its own order.", List("control")),
        ]),
        new("control", "A control and the answer to it.",
        [
            new("id", "Its id in the framework.", Text),
            new("title", "Its title, or a paraphrase where the framework may not be quoted.", Text),
            new("status", "Not met: a finding of medium severity or above, waived or not. Not examined: what would speak to it was not asked, or could not be. Not covered: nothing speaks to it.", Word<ControlStatus>(Words.Of)),
            new("reason", "Why it is so, in a few words.", Text),
            new("rules", "The ids of the rules that were asked about it.", Texts),
            new("findings", "The fingerprints of what they found, of any severity and status.", Texts),
        ]),
        new("notice", "Something that happened while reading.",
        [
            new("severity", "An error makes the audit incomplete.", Word<NoticeSeverity>(Words.Of)),
            new("message", "What happened and, where there is one, the mend.", Text),
            new("path", "The file that it is about.", Text, IsOptional: true),
            new("location", "The exact place.", Shape("place"), IsOptional: true),
        ]),
        new("coverage", "What was seen, read, skipped and not examined.",
        [
            new("filesSeen", "Files met, members of archives included.", Count),
            new("filesRead", "Files read whole and recognised.", Count),
            new("filesSkipped", "What could not or must not be read.", List("gap")),
            new("notExamined", "What was read but is not understood, or could not be seen at all.", List("gap")),
        ]),
        new("gap", "One gap in the coverage.",
        [
            new("path", "The file, folder or thing.", Text),
            new("reason", "Why it is a gap.", Text),
        ]),
    ];

    /// <summary>Writes the schema.</summary>
    public static void Render(Stream output) =>
        JsonOutput.Write(Report, output, static (writer, report) => report.WriteSchema(writer, "McpScan report " + JsonRenderer.SchemaVersion, Parts));

    /// <summary>A part by its name, for other formats that write it.</summary>
    public static SchemaShape Part(string name) => Parts.First(part => part.Name == name);

    private static SchemaShape Place(string name, string doc, params ReadOnlySpan<SchemaMember> more) => new(name, doc,
    [
        new("path", "The file: relative path with forward slashes.", Text),
        new("startLine", "Line of the first character.", Position),
        new("startColumn", "Column of the first character.", Position),
        new("endLine", "Line of the end.", Position),
        new("endColumn", "Column behind the last character.", Position),
        new("offset", "Units before the first character, a byte-order mark not counted.", Count),
        new("length", "Units in the region; 0 where a place between two characters is meant.", Count),
        new("logicalPath", "The place in the model, such as server:weather/tool:add/description.", Text, IsOptional: true),
        .. more,
    ]);

    private static SchemaShape Waiver(string name, string doc, params ReadOnlySpan<SchemaMember> more) => new(name, doc,
    [
        new("name", "The rule and the place in one line.", Text),
        new("rule", "The id of the rule; what was written instead of one where it means more than one.", Text),
        new("reason", "Why the finding is accepted.", Text),
        new("approver", "Who accepted it.", Text),
        new("createdBy", "Who asked for it.", Text, IsOptional: true),
        new("created", "The day on which it was accepted.", Date),
        new("expires", "The last day on which it holds.", Date, IsOptional: true),
        new("location", "Where it is written.", Shape("place")),
        .. more,
    ]);

    private static SchemaType.Shape Shape(string name) => new(name);

    private static SchemaType.List List(string name) => new(new SchemaType.Shape(name));

    private static SchemaType.Word Word<T>(Func<T, string> word)
        where T : struct, Enum => new([.. Enum.GetValues<T>().Select(word)]);
}
