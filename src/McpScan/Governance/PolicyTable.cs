using System.Collections.Immutable;
using McpScan.Modeling;
using McpScan.Rules;
using McpScan.Standards;
using McpScan.Syntax.Schemas;

namespace McpScan.Governance;

/// <summary>Every key of a policy with its type and its documentation: what the reader checks, and what docs/policy.schema.json is made of.</summary>
internal static class PolicyTable
{
    /// <summary>The word that switches a rule off.</summary>
    public const string Off = "off";

    private static readonly SchemaType Text = new SchemaType.Text();
    private static readonly SchemaType Texts = new SchemaType.List(Text);
    private static readonly SchemaType Day = new SchemaType.Date();
    private static readonly SchemaType Digest = new SchemaType.Text("^sha256:[0-9a-f]{64}$");
    private static readonly SchemaType Severities = Words<Severity>();
    private static readonly SchemaType Confidences = Words<Confidence>();
    private static readonly SchemaType ManyDays = new SchemaType.Number(1, 3660);

    private static readonly SchemaMember Version = new("version", "Version of this form: 1.", new SchemaType.Number(1, 1), IsOptional: true);
    private static readonly SchemaMember Waivers = new("waivers", "Findings that were accepted: each for one place, by somebody, for a time.", List("waiver"), IsOptional: true);

    /// <summary>A whole policy.</summary>
    public static readonly SchemaShape Policy = new("policy", "An organisation's standards for MCP servers, obeyed only where it is named on the command line.",
    [
        Version,
        new("name", "What reports call the policy.", Text, IsOptional: true),
        new("failOn", "The lowest severity that rejects a server; high where it is left out.", Severities, IsOptional: true),
        new("minConfidence", "Findings of a lower confidence are left out of the report.", Confidences, IsOptional: true),
        new("rules", "The severity of single rules, by id or name; off switches a rule off.", new SchemaType.Map(new SchemaType.Word([Off, .. Lower<Severity>()])), IsOptional: true),
        new("overrides", "Severities and thresholds of some families, servers or paths. Of several that fit a finding the last counts.", List("override"), IsOptional: true),
        new("capabilities", "What tools and servers may do, such as fs:read:/srv/**, net:connect:*.acme.example:443 or exec:spawn:git.", Shape("terms"), IsOptional: true),
        new("transports", "How servers are reached: stdio, https, http, streamable-http, sse, wss, ws.", Shape("terms"), IsOptional: true),
        new("packageSources", "What servers are started from, such as npm:@acme/*, oci:registry.acme.example/** or pypi:*.", Shape("terms"), IsOptional: true),
        new("licenses", "Licences by their SPDX identifiers. Of MIT OR GPL-3.0-only one part must be in order, of MIT AND GPL-3.0-only both.", Shape("terms"), IsOptional: true),
        new("servers", "Which servers may be installed.", Shape("servers"), IsOptional: true),
        new("registries", "Where packages, servers and plugins may be taken from, by host and path without the scheme: registry.acme.example or registry.acme.example/mcp/**.", Shape("registries"), IsOptional: true),
        new("metadata", "What must be declared of every server, in its manifest or in a registry file.", Shape("metadata"), IsOptional: true),
        new("controls", "What must be in place for every server.", Shape("controls"), IsOptional: true),
        new("approval", "Who may accept servers and exceptions.", Shape("approval"), IsOptional: true),
        Waivers,
    ],
    IsClosed: true);

    /// <summary>A file that <c>--waivers</c> names.</summary>
    public static readonly SchemaShape WaiverFile = new("waiverFile", "Waivers in a file of their own.", [Version, Waivers with { IsOptional = false }], IsClosed: true);

    public static readonly ImmutableArray<SchemaShape> Parts =
    [
        Closed("override", "Another severity or threshold for what all its selectors fit; one selector at least is given.",
        [
            new("rules", "Ids or names of rules.", Texts, IsOptional: true),
            new("families", "Families of rules.", new SchemaType.List(new SchemaType.Word(Families.All)), IsOptional: true),
            new("servers", "Patterns of server ids, or of names of entries in a client configuration. Names that servers give themselves do not count here.", Texts, IsOptional: true),
            new("paths", "Patterns of file paths as reports print them, such as legacy/**.", Texts, IsOptional: true),
            new("severity", "The severity of these findings.", Severities, IsOptional: true),
            new("failOn", "The lowest severity that rejects here.", Severities, IsOptional: true),
            new("minConfidence", "Findings of a lower confidence are left out here.", Confidences, IsOptional: true),
        ]),
        Closed("terms", "Patterns: * stands for any characters but /, ** for any characters, ? for one. Each list may be left out.",
        [
            new("required", "Each of these must fit something of every server.", Texts, IsOptional: true),
            new("allowed", "Whatever none of these fits breaks the policy.", Texts, IsOptional: true),
            new("forbidden", "Whatever one of these fits breaks the policy, also where it is allowed.", Texts, IsOptional: true),
        ]),
        Closed("servers", "An entry is a pattern of names, or says more: names are the server's own word, packages and addresses bind them to something.",
        [
            new("allowed", "A server that fits none of these breaks the policy.", new SchemaType.List(new SchemaType.Either(Text, Shape("serverPattern"))), IsOptional: true),
            new("denied", "A server that fits one of these breaks the policy.", new SchemaType.List(new SchemaType.Either(Text, Shape("serverPattern"))), IsOptional: true),
        ]),
        Closed("serverPattern", "All that is given must fit.",
        [
            new("name", "Pattern of the name.", Text, IsOptional: true),
            new("package", "Pattern of the package or image without its version, such as npm:@acme/desk-mcp; npm:** is all of npm, while npm:* leaves out scoped packages.", Text, IsOptional: true),
            new("url", "Pattern of the address, such as https://mcp.acme.example/**.", Text, IsOptional: true),
        ]),
        Closed("registries", "Patterns of hosts and paths.",
        [
            new("allowed", "A registry that fits none of these breaks the policy.", Texts, IsOptional: true),
            new("denied", "A registry that fits one of these breaks the policy.", Texts, IsOptional: true),
        ]),
        Closed("metadata", "Declared where the server is: in its manifest, under _meta, or in a registry file.",
        [
            new("required", "What each server must declare.", new SchemaType.List(new SchemaType.Word([.. MetadataItems.All.Select(static item => item.Name)])), IsOptional: true),
            new("dataClassifications", "The classes of data that a server may declare, such as public or internal; patterns.", Texts, IsOptional: true),
            new("reviewWithin", "Days after the last audit within which the next is due; a shorter interval that a server declares counts.", ManyDays, IsOptional: true),
        ]),
        Closed("controls", "Controls by name.",
        [
            new("required", string.Join("; ", Controls.All.Select(static control => $"{control.Name}: {control.Doc}")) + ".", new SchemaType.List(new SchemaType.Word([.. Controls.All.Select(static control => control.Name)]))),
        ]),
        Closed("approval", "The people who decide.",
        [
            new("approvers", "Those who may approve servers, waivers and sign-offs; anybody where it is left out.", List("approver"), IsOptional: true),
            new("separationOfDuty", "Whether nobody approves a server that they own or wrote.", new SchemaType.Boolean(), IsOptional: true),
            new("validDays", "How many days an approval, a waiver or a sign-off lasts at most.", ManyDays, IsOptional: true),
        ]),
        Closed("approver", "A person.",
        [
            new("name", "Name, mail address or both: Ada Lovelace <ada@acme.example>.", Text),
            new("role", "Such as security.", Text, IsOptional: true),
            new("key", "SHA-256 of the public key (DER of SubjectPublicKeyInfo) that the person signs with.", Digest, IsOptional: true),
        ]),
        Closed("waiver", "A finding that somebody accepts. It says which rule, where, why, who and until when.",
        [
            new("rule", "Id or name of the rule.", Text),
            new("server", "Pattern of the server's id in the JSON report (its folder or file), or of its name in a client configuration. Names that servers give themselves do not count here.", Text, IsOptional: true),
            new("tool", "Pattern of the name of the tool, or of whatever else the finding is about.", Text, IsOptional: true),
            new("path", "Pattern of the file's path as reports print it.", Text, IsOptional: true),
            new("field", "Pattern of the field within the definition, such as description or args[*].", Text, IsOptional: true),
            new("fingerprint", "The fingerprint of the finding, as the JSON report has it.", new SchemaType.Text("^[0-9a-f]{32}$"), IsOptional: true),
            new("reason", "Why it is accepted.", Text),
            new("approver", "Who accepted it: name, mail address or both.", Text),
            new("createdBy", "Who asked for it, where that is somebody else.", Text, IsOptional: true),
            new("created", "The day on which it was accepted.", Day),
            new("expires", "The last day on which it holds, at most a year later.", Day, IsOptional: true),
            new("digest", "Digest of each definition that was looked at, as the JSON report has it under subject.digest; another definition is not covered.", new SchemaType.Either(Digest, new SchemaType.List(Digest)), IsOptional: true),
        ]),
    ];

    private static SchemaShape Closed(string name, string doc, ImmutableArray<SchemaMember> members) => new(name, doc, members, IsClosed: true);

    private static SchemaType.Shape Shape(string name) => new(name);

    private static SchemaType.List List(string name) => new(new SchemaType.Shape(name));

    private static SchemaType.Word Words<T>()
        where T : struct, Enum => new(Lower<T>());

    /// <summary>The words of an enumeration, the greatest first.</summary>
    private static ImmutableArray<string> Lower<T>()
        where T : struct, Enum => [.. Enum.GetNames<T>().Reverse().Select(static name => name.ToLowerInvariant())];
}
