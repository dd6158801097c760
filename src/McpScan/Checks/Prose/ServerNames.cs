using System.Runtime.CompilerServices;
using McpScan.Language;
using McpScan.Modeling;
using McpScan.Rules;
using McpScan.Syntax;

namespace McpScan.Checks.Prose;

/// <summary>What the names in a server's texts refer to: its own tools and parameters, tools of servers installed beside it, or nothing that is here. Made once for a server.</summary>
internal sealed class ServerNames
{
    private static readonly ConditionalWeakTable<Server, ServerNames> Made = [];
    private static readonly FactSet Nobody = FactSet.Of(Fact.ForeignTool, Fact.Identifier);

    /// <summary>Shorter words are in names of all kinds.</summary>
    private const int MinFamily = 4;

    private static HashSet<string>? s_verbs;

    private readonly HashSet<string> _family = new(StringComparer.OrdinalIgnoreCase);
    private readonly IReadOnlyList<Server> _together;
    private readonly Server? _server;
    private readonly HashSet<string> _verbs;
    private readonly HashSet<string> _hostTools;

    // Most texts name nothing: the names are gathered when the first is asked for.
    private readonly Lazy<Dictionary<string, FactSet>> _own;

    private ServerNames(IEnumerable<Subject> subjects, Server? server, IReadOnlyList<Server> together, Lists lists)
    {
        _server = server;
        _together = together;
        _verbs = s_verbs ??= Verbs(lists);
        _hostTools = lists.Set("host-tools");
        _own = new Lazy<Dictionary<string, FactSet>>(() => Gather(subjects));
    }

    private Dictionary<string, FactSet> Gather(IEnumerable<Subject> subjects)
    {
        var own = new Dictionary<string, FactSet>(StringComparer.Ordinal);
        foreach (var subject in subjects)
        {
            if (subject.Kind == SubjectKind.Tool)
            {
                Add(own, subject.Name.Raw, Fact.OwnTool);
                AddFamily(subject.Name.Raw);
            }

            foreach (var entry in subject.Entries)
            {
                if (entry.Key is { } key)
                {
                    Add(own, key.Value, Fact.Parameter);
                }

                if (entry is { Node: ScalarNode { Value.Length: < 64 } value } && (ReferenceEquals(entry.Field, ToolFields.ParameterEnum) || ReferenceEquals(entry.Field, ToolFields.OutputText)))
                {
                    Add(own, value.Value, Fact.Identifier);
                }
            }
        }

        return own;
    }

    /// <summary>The names of a subject's server, or of the subject alone.</summary>
    public static ServerNames Of(Subject subject, Server? server, IReadOnlyList<Server> together, Lists lists) => server is null
        ? new ServerNames([subject], null, together, lists)
        : Made.GetValue(server, s => new ServerNames(s.Subjects, s, together, lists));

    /// <summary>What a name refers to, see <see cref="INames.Resolve"/>.</summary>
    /// <param name="text">The name.</param>
    /// <param name="plain">The name as <see cref="ToolNames.Plain"/> gives it.</param>
    public FactSet Resolve(string text, string plain)
    {
        if (_own.Value.TryGetValue(plain, out var facts))
        {
            return facts;
        }

        if (text[^1] == '_')
        {
            // "postgres_*": what some names begin with.
            return FactSet.Of(Fact.Identifier);
        }

        if (_server is not null && _together.Count > 1 && ToolMentions.Of(_together).Find(text, _server) is not null)
        {
            return FactSet.Of(Fact.NeighbourTool, Fact.Identifier);
        }

        if (FamilyOf(text) is { } family)
        {
            return family;
        }

        facts = Nobody | (_hostTools.Contains(text) ? FactSet.Of(Fact.HostTool) : FactSet.None);
        foreach (var (start, length) in NameWords.Of(text))
        {
            // Brands and types begin with a capital, names of tools seldom do.
            return char.IsLower(text[start]) && _verbs.Contains(text.Substring(start, length)) ? facts | FactSet.Of(Fact.VerbName) : facts;
        }

        return facts;
    }

    private static void Add(Dictionary<string, FactSet> own, string name, Fact fact)
    {
        var plain = ToolNames.Plain(name);
        own[plain] = own.GetValueOrDefault(plain) | FactSet.Of(fact, Fact.Identifier);
    }

    /// <summary>The nouns of the server's tool names: a name that shares one is a sibling that the capture lacks or that was renamed, not a stranger's tool.</summary>
    private void AddFamily(string name)
    {
        foreach (var (start, length) in NameWords.Of(name))
        {
            var word = name.Substring(start, length);
            if (length >= MinFamily && (start > 0 || !_verbs.Contains(word)))
            {
                _family.Add(Singular(word));
            }
        }
    }

    /// <summary>What a name that shares a noun with one of the server's tools is: one of them where it has a verb, as names of tools have; a field (<c>owner_id</c>) otherwise. Null where it shares none.</summary>
    private FactSet? FamilyOf(string name)
    {
        var (isShared, hasVerb) = (false, false);
        foreach (var (start, length) in NameWords.Of(name))
        {
            var word = name.Substring(start, length);
            var isVerb = _verbs.Contains(word);
            hasVerb |= isVerb;
            isShared |= length >= MinFamily && (start > 0 || !isVerb) && _family.Contains(Singular(word));
        }

        return !isShared ? null : hasVerb ? FactSet.Of(Fact.OwnTool, Fact.Identifier) : FactSet.Of(Fact.Identifier);
    }

    /// <summary>A noun without the ending of its plural: <c>category</c> for <c>categories</c>.</summary>
    private static string Singular(string noun) => noun.EndsWith("ies", StringComparison.OrdinalIgnoreCase) ? noun[..^3] + "y" : noun.TrimEnd('s');

    private static HashSet<string> Verbs(Lists lists)
    {
        var verbs = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var group in lists.Entries("tool-verbs") is { } entries ? entries.Members : [])
        {
            foreach (var item in group.Value.Items)
            {
                // "is", "has" and "can" begin the names of properties as well.
                if (((ScalarNode)item).Value is var verb && verb is not ("is" or "has" or "can"))
                {
                    verbs.Add(verb);
                }
            }
        }

        verbs.UnionWith(lists.Set("name-verbs"));
        return verbs;
    }
}
