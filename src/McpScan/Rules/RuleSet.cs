using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Rules;

/// <summary>Rules, validated and immutable, by id.</summary>
public sealed class RuleSet
{
    private static RuleSet? s_builtIn;

    private RuleSet(ImmutableArray<Rule> rules, ContentDigest digest)
    {
        Rules = rules;
        Digest = digest;
    }

    /// <summary>The rules that come with the program, from the form that the build compiled.</summary>
    public static RuleSet BuiltIn => s_builtIn ??= LoadCompiled();

    /// <summary>All rules, by id, whatever their status.</summary>
    public ImmutableArray<Rule> Rules { get; }

    /// <summary>SHA-256 of the rules' text.</summary>
    public ContentDigest Digest { get; }

    /// <summary>A rule by id, name or alias, or null.</summary>
    public Rule? Find(string idOrName) => Rules.FirstOrDefault(rule => rule.IsCalled(idOrName));

    /// <summary>Adds an author's rules. Their ids must not begin with <c>MCPS</c>.</summary>
    /// <param name="files">Path (with its family folder) and YAML text of each rule file, in path order.</param>
    /// <param name="errors">Everything that is wrong with them; the set is unusable unless it is empty.</param>
    public RuleSet With(IReadOnlyList<(string Path, string Text)> files, out ImmutableArray<RuleError> errors)
    {
        var found = ImmutableArray.CreateBuilder<RuleError>();
        var rules = new List<Rule>(Rules);
        foreach (var rule in Parse(files, found))
        {
            if (rule.Id.StartsWith("MCPS", StringComparison.OrdinalIgnoreCase))
            {
                found.Add(new RuleError(rule.Path, 0, 0, $"The prefix of '{rule.Id}' belongs to the built-in rules; choose another."));
            }

            rules.Add(rule);
        }

        var set = Sorted(rules, Hash(() => Digest + string.Concat(files.Select(f => f.Path + "\n" + f.Text))));
        set.Validate(found);
        errors = found.ToImmutable();
        return set;
    }

    /// <summary>The rules of a family only.</summary>
    internal RuleSet Of(string family) => new(Rules.RemoveAll(rule => rule.Family != family), Digest);

    /// <summary>The rules in YAML files, strictly validated; for tests and for <c>rules verify</c>.</summary>
    internal static RuleSet FromYaml(IReadOnlyList<(string Path, string Text)> files, out ImmutableArray<RuleError> errors)
    {
        var found = ImmutableArray.CreateBuilder<RuleError>();
        var set = Sorted(Parse(files, found), Hash(() => string.Concat(files.Select(f => f.Text))));
        set.Validate(found);
        errors = found.ToImmutable();
        return set;
    }

    private static List<Rule> Parse(IReadOnlyList<(string Path, string Text)> files, ImmutableArray<RuleError>.Builder errors)
    {
        var rules = new List<Rule>();
        foreach (var (path, text) in files)
        {
            var document = YamlReader.Read(new SourceText(path, text));
            foreach (var notice in document.Notices)
            {
                var position = notice.Location?.Source.GetLinePosition(notice.Location.Span.Start) ?? default;
                errors.Add(new RuleError(path, position.Line + 1, position.Character + 1, notice.Message));
            }

            var loader = new RuleLoader(isStrict: true);
            if (loader.Load(document.Root, path) is { } rule)
            {
                rules.Add(rule);
            }

            errors.AddRange(loader.Errors);
        }

        return rules;
    }

    private void Validate(ImmutableArray<RuleError>.Builder errors)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var rule in Rules)
        {
            foreach (var call in (ReadOnlySpan<string>)[rule.Id, rule.Name, .. rule.Aliases])
            {
                if (!seen.Add(call))
                {
                    errors.Add(new RuleError(rule.Path, 0, 0, $"'{call}' is already the id, name or alias of a rule."));
                }
            }

            foreach (var other in rule.Overrides)
            {
                if (Find(other) is null)
                {
                    errors.Add(new RuleError(rule.Path, 0, 0, $"It overrides '{other}', which is no rule."));
                }
            }

            if (rule.Silenced.Contains(rule))
            {
                errors.Add(new RuleError(rule.Path, 0, 0, "It overrides a rule that overrides it."));
            }
        }
    }

    private static RuleSet LoadCompiled()
    {
        var text = EmbeddedData.ReadText("data/rules.json") ?? "[]";
        var document = JsonReader.Read(new SourceText("rules.json", text));
        var loader = new RuleLoader(isStrict: false);
        var rules = new List<Rule>();
        foreach (var node in document.Root is { } root ? root.Items : [])
        {
            if (loader.Load(node, node["$path"]?.AsString() ?? "") is { } rule)
            {
                rules.Add(rule);
            }
        }

        return loader.Errors.IsEmpty
            ? Sorted(rules, Hash(() => text))
            : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The built-in rules do not load: {loader.Errors[0]}"));
    }

    private static RuleSet Sorted(List<Rule> rules, ContentDigest digest)
    {
        rules.Sort(static (a, b) => string.CompareOrdinal(a.Id, b.Id));
        var set = new RuleSet([.. rules], digest);
        foreach (var rule in rules)
        {
            set.Silence(rule, rule.Silenced);
        }

        return set;
    }

    private void Silence(Rule rule, HashSet<Rule> silenced)
    {
        foreach (var name in rule.Overrides)
        {
            if (Find(name) is { } other && silenced.Add(other))
            {
                Silence(other, silenced);
            }
        }
    }

    private static ContentDigest Hash(Func<string> text) => new(() => Encoding.UTF8.GetBytes(text()));
}
