using System.Collections.Immutable;
using McpScan.Modeling;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Rules;

/// <summary>Makes rules of trees: the one place that says what a rule file means, for the YAML of an author and for the compiled JSON.</summary>
/// <param name="isStrict">Whether keys, families, patterns and taxa are checked too; the tests have checked the compiled rules.</param>
internal sealed class RuleLoader(bool isStrict)
{
    private static readonly ImmutableArray<string> Keys =
    [
        "id", "name", "title", "status", "severity", "confidence", "taxa", "subject", "when", "message", "why", "fix",
        "replacement", "references", "overrides", "aliases", "examples", "$path",
    ];

    private readonly ImmutableArray<RuleError>.Builder _errors = ImmutableArray.CreateBuilder<RuleError>();

    /// <summary>What was wrong so far, in source order.</summary>
    public ImmutableArray<RuleError> Errors => _errors.ToImmutable();

    /// <summary>A rule, or null where an error makes it unusable.</summary>
    /// <param name="node">The rule's tree.</param>
    /// <param name="path">The rule file, such as <c>rules/launch/unpinned-package.yaml</c>; its folder is the family.</param>
    public Rule? Load(DataNode? node, string path)
    {
        if (node is not ObjectNode rule)
        {
            _errors.Add(new RuleError(path, 0, 0, "A rule file holds one mapping with id, name, title, …"));
            return null;
        }

        var before = _errors.Count;
        var family = Folder(path);
        if (isStrict)
        {
            Unknown(rule, Keys, path);
            CheckFamily(family, path);
        }

        var subject = Choice(typeof(SubjectKind), rule, "subject", path);
        var when = rule["when"] is { } condition && subject is SubjectKind kind
            ? new ConditionLoader(kind, path, isStrict, _errors).Load(condition)
            : null;
        var loaded = new Rule
        {
            Id = Text(rule, "id", path),
            Name = Text(rule, "name", path),
            Title = Text(rule, "title", path),
            Family = family,
            Status = Choice(typeof(RuleStatus), rule, "status", path) is RuleStatus status ? status : default,
            Severity = Choice(typeof(Severity), rule, "severity", path) is Severity severity ? severity : default,
            Confidence = Choice(typeof(Confidence), rule, "confidence", path) is Confidence confidence ? confidence : default,
            Taxa = Taxa(rule, path),
            Subject = subject is SubjectKind asked ? asked : default,
            When = when ?? new Condition.Any([]),
            Message = Text(rule, "message", path),
            Why = Text(rule, "why", path),
            Fix = Text(rule, "fix", path),
            Replacement = Replacement(rule, path),
            References = Texts(rule, "references"),
            Overrides = Texts(rule, "overrides"),
            Aliases = Texts(rule, "aliases"),
            Path = path,
        };
        if (rule["when"] is null)
        {
            Error(rule, path, "The rule asks nothing: it needs 'when'.");
        }

        return _errors.Count == before ? loaded : null;
    }

    internal static RuleError ErrorAt(DataNode node, string path, string message)
    {
        var position = node.Source.GetLinePosition(node.Span.Start);
        return new RuleError(path, position.Line + 1, position.Character + 1, message);
    }

    private void Error(DataNode node, string path, string message) => _errors.Add(ErrorAt(node, path, message));

    private void Unknown(ObjectNode node, ImmutableArray<string> known, string path)
    {
        foreach (var member in node.Members)
        {
            if (!known.Contains(member.Name.Value))
            {
                Error(member.Name, path, $"'{new Untrusted(member.Name.Value)}' is no key of a rule; keys are {string.Join(", ", known)}.");
            }
        }
    }

    private void CheckFamily(string family, string path)
    {
        if (!Families.All.Contains(family))
        {
            _errors.Add(new RuleError(path, 0, 0, $"The folder '{family}' is no family; families are {string.Join(", ", Families.All)}."));
        }
    }

    private string Text(ObjectNode rule, string key, string path)
    {
        if (rule[key] is ScalarNode { Kind: ScalarKind.String, Value.Length: > 0 } text)
        {
            return text.Value.TrimEnd();
        }

        Error(rule[key] ?? rule, path, $"The rule needs a text '{key}'.");
        return "";
    }

    private string? Replacement(ObjectNode rule, string path)
    {
        var name = rule["replacement"];
        if (isStrict && name is not null && !Replacements.All.Contains(name.AsString() ?? ""))
        {
            Error(name, path, $"'{new Untrusted(name.AsString() ?? "")}' is no replacement; there are {string.Join(", ", Replacements.All)}.");
        }

        return name?.AsString();
    }

    private static ImmutableArray<string> Texts(ObjectNode rule, string key)
    {
        var texts = ImmutableArray.CreateBuilder<string>();
        foreach (var item in rule[key] is { } list ? list.Items : [])
        {
            if (item.AsString() is { } text)
            {
                texts.Add(text);
            }
        }

        return texts.ToImmutable();
    }

    /// <summary>A value of an enumeration; not generic, because a generic one is compiled anew for each enumeration at every start.</summary>
    private object? Choice(Type enumeration, ObjectNode rule, string key, string path)
    {
        if (rule[key] is ScalarNode { Kind: ScalarKind.String } text && Enum.TryParse(enumeration, text.Value, ignoreCase: true, out var value))
        {
            return value;
        }

        Error(rule[key] ?? rule, path, $"'{key}' is one of {string.Join(", ", Enum.GetNames(enumeration)).ToLowerInvariant()}.");
        return null;
    }

    private ImmutableArray<TaxonReference> Taxa(ObjectNode rule, string path)
    {
        var taxa = ImmutableArray.CreateBuilder<TaxonReference>();
        foreach (var item in rule["taxa"] is { } list ? list.Items : [])
        {
            if (TaxonReference.Parse(item.AsString() ?? "") is not { } taxon)
            {
                Error(item, path, "A taxon is written catalog:id, such as cwe:CWE-78.");
            }
            else if (isStrict && Catalogs.BuiltIn.Find(taxon) is null)
            {
                Error(item, path, Catalogs.BuiltIn.Find(taxon.Catalog) is { } catalog
                    ? $"{catalog.Name} has no entry '{new Untrusted(taxon.Id)}'; catalogs/{catalog.Id}.yaml lists them."
                    : $"There is no catalog '{new Untrusted(taxon.Catalog)}'; catalogs are {string.Join(", ", Catalogs.BuiltIn.Names)}.");
            }
            else
            {
                taxa.Add(taxon);
            }
        }

        return taxa.ToImmutable();
    }

    private static string Folder(string path)
    {
        var end = path.LastIndexOf('/');
        return end < 0 ? "" : path[(path.LastIndexOf('/', end - 1) + 1)..end];
    }
}
