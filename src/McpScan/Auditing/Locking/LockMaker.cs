using System.Collections.Immutable;
using McpScan.Checks.Capabilities;
using McpScan.Governance.Locking;
using McpScan.Modeling;
using McpScan.Rules;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Auditing.Locking;

/// <summary>Pins an inventory: <c>Inventory → LockFile</c>, pure. Servers and definitions come in the order of the inventory.</summary>
public static class LockMaker
{
    private const string SecretsFamily = "secrets";

    /// <summary>The values that say something a comparison asks for elsewhere: bounds of parameters, names of tools.</summary>
    private static readonly ImmutableHashSet<Field> Repeated = ImmutableHashSet.Create<Field>(
        ReferenceEqualityComparer.Instance,
        ToolFields.Name, ToolFields.InputSchemaType, ToolFields.InputSchemaDialect, ToolFields.ParameterName, ToolFields.ParameterType, ToolFields.ParameterMaxLength,
        ToolFields.Required, ToolFields.AdditionalProperties, ToolFields.SchemaReference, ToolFields.OutputSchemaType,
        ServerFields.ToolName, ServerFields.OtherDefinition);

    /// <summary>The lock.</summary>
    /// <param name="inventory">What was found.</param>
    /// <param name="toolVersion">The version of the program.</param>
    public static LockFile Make(Inventory inventory, string toolVersion)
    {
        var sealer = new Sealer(RedactorOf(inventory));
        return new LockFile(
            toolVersion,
            !inventory.Notices.Any(notice => notice.Severity == NoticeSeverity.Error),
            [.. inventory.Servers.Select(server => Pin(server, sealer))]);
    }

    /// <summary>The built-in rules for secrets decide what is one, whatever rules the audit asks: the same input gives the same lock.</summary>
    private static Redactor RedactorOf(Inventory inventory)
    {
        var rules = new CompiledRules(RuleSet.BuiltIn.Rules.RemoveAll(static rule => rule.Family != SecretsFamily || rule.Status == RuleStatus.Deprecated));
        var answers = Auditor.Ask(Auditor.Slots(inventory), rules);
        return new Redactor(answers.SelectMany(static answer => answer.Detections), inventory.BrokenTexts, Lists.BuiltIn);
    }

    private static LockedServer Pin(Server server, Sealer sealer)
    {
        return new LockedServer(
            sealer.Seal(server.Id),
            sealer.Seal(server.Name.Raw),
            sealer.Seal(server.Version.Raw),
            ArtifactsOf.Server(server, sealer),
            ReachOf.Server(server, sealer),
            [.. server.Subjects.Select(subject => Pin(subject, server, sealer))],
            server.Self.Definition);
    }

    private static LockedDefinition Pin(Subject subject, Server server, Sealer sealer)
    {
        var values = ValuesOf(subject, sealer);
        var isWritten = subject.Kind is SubjectKind.Tool or SubjectKind.Prompt or SubjectKind.Resource;
        return new LockedDefinition(
            subject.Kind,
            subject.Kind == SubjectKind.Server ? "server" : sealer.Seal(subject.Id[(server.Self.Id.Length + 1)..]),
            sealer.Seal(subject.Name.Raw),
            isWritten ? CanonicalJson.Sha256(CanonicalJson.Of(subject.Definition, sealer.Seal)) : DigestOf(values),
            isWritten ? PartsOf.Definition(subject.Definition, sealer) : [],
            values,
            subject.Kind == SubjectKind.Tool ? SchemaOf.Tool(subject.Definition, sealer) : [],
            CapabilitiesOf(subject, server, sealer),
            subject.Definition,
            ReferenceEquals(subject.Location.Source, subject.Definition.Source) ? subject.Location.Span : subject.Definition.Span);
    }

    private static ImmutableArray<LockedValue> ValuesOf(Subject subject, Sealer sealer)
    {
        var values = new List<LockedValue>();
        foreach (var (field, node, key) in subject.Entries)
        {
            if (node is ScalarNode scalar && !Repeated.Contains(field))
            {
                var value = new LockedValue(field, key is null ? null : sealer.Seal(key), "", scalar);
                values.Add(value with { Text = value.IsSealed ? FingerprintOf(scalar, sealer) : sealer.Seal(scalar) });
            }
        }

        // Stable: what stands in one field under one key keeps its order, as arguments of a command do.
        return [.. values.OrderBy(static value => value.Field.Ordinal).ThenBy(static value => value.Key, StringComparer.Ordinal)];
    }

    /// <summary>What is declared, and what is seen with some confidence.</summary>
    private static ImmutableArray<LockedCapability> CapabilitiesOf(Subject subject, Server server, Sealer sealer)
    {
        var set = subject.Kind == SubjectKind.Tool ? CapabilityIndex.Of(subject, server) : CapabilityIndex.Of(subject);
        var found = new SortedDictionary<string, LockedCapability>(StringComparer.Ordinal);
        foreach (var capability in set.Declared.Concat(set.Observed.Where(static capability => capability.Confidence > Confidence.Low)))
        {
            var term = sealer.Seal(capability.Term.ToString());
            found.TryAdd(term, new LockedCapability(term, capability.Evidence.Node));
        }

        return [.. found.Values];
    }

    private static string FingerprintOf(ScalarNode value, Sealer sealer) => sealer.Seal(value) == value.Value ? SecretFingerprint.Of(value.Value) : "";

    private static string DigestOf(ImmutableArray<LockedValue> values)
    {
        var text = new System.Text.StringBuilder("[");
        foreach (var value in values)
        {
            text.Append(text.Length > 1 ? ",[" : "[");
            CanonicalJson.WriteString(value.Field.Name, text);
            text.Append(',');
            CanonicalJson.WriteString(value.Key ?? "", text);
            text.Append(',');
            CanonicalJson.WriteString(value.Text, text);
            text.Append(']');
        }

        return CanonicalJson.Sha256(text.Append(']').ToString());
    }
}
