using McpScan.Checks;
using McpScan.Checks.Prose;
using McpScan.Modeling;
using McpScan.Rules;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Auditing;

/// <summary>Asks one rule of one subject. Pure; one evaluator is used by one worker at a time.</summary>
internal sealed class RuleEvaluator(CompiledRules rules, Lists lists)
{
    /// <summary>Hits kept per rule and subject; a reader has understood after fewer. Secrets are all kept: each must be redacted.</summary>
    private const int MaxHits = 32;

    private readonly SubjectView _view = new();
    private readonly Texts _texts = new(lists);
    private readonly LiteralTable _literals = new(rules.Prefilter.Count);
    private CompiledRule _rule = null!;
    private Server? _server;
    private IReadOnlyList<Server> _together = [];
    private Gateway? _gateway;
    private Agent? _agent;

    /// <summary>Numbers of the leaves that held, for the proof that every leaf is witnessed by an example; null when nobody asks.</summary>
    public HashSet<int>? Witnesses { get; init; }

    /// <summary>Turns to a subject; the rules are then asked of it one by one.</summary>
    public void Look(Slot slot)
    {
        _view.Look(slot.Subject);
        _texts.Look(slot.Subject, slot.Server, slot.Together);
        _server = slot.Server;
        _together = slot.Together;
        _gateway = slot.Gateway;
        _agent = slot.Agent;
    }

    /// <summary>Whether the rule fires, with its hits (none where the absence of something is the evidence); null when the subject has nothing that it asks about.</summary>
    public bool? Ask(CompiledRule rule, out List<Hit> hits)
    {
        hits = [];
        if (!rule.AppliesTo(_view))
        {
            return null;
        }

        _rule = rule;
        return Holds(rule.Rule.When, hits);
    }

    /// <summary>What bounds left unread of the texts of the subject looked at; its audit is incomplete then.</summary>
    public List<Notice> Cuts()
    {
        var notices = new List<Notice>();
        foreach (var (text, cut) in _texts.Cuts())
        {
            notices.Add(Notice.At(NoticeSeverity.Error, text.Source, text.Span, cut));
        }

        return notices;
    }

    private bool Holds(Condition condition, List<Hit> hits)
    {
        switch (condition)
        {
            case Condition.All all:
                var before = hits.Count;
                foreach (var branch in all.Branches)
                {
                    if (!Holds(branch, hits))
                    {
                        hits.RemoveRange(before, hits.Count - before);
                        return false;
                    }
                }

                return true;
            case Condition.Any any:
                var holds = false;
                foreach (var branch in any.Branches)
                {
                    holds |= Holds(branch, hits);
                }

                return holds;
            case Condition.Not not:
                return !Holds(not.Branch, []);
            case Condition.Match { Matcher: Matcher.Absent } absent:
                return Witness(absent.Index, IsAbsent(absent));
            case Condition.Match match:
                return Witness(match.Index, MatchHolds(match, hits));
            case Condition.Check check:
                return Witness(check.Index, CheckHolds(check, hits));
            default:
                throw new InvalidOperationException("The union of conditions is closed.");
        }
    }

    private bool Witness(int leaf, bool holds)
    {
        if (holds)
        {
            Witnesses?.Add(leaf);
        }

        return holds;
    }

    private bool IsAbsent(Condition.Match absent)
    {
        foreach (var field in absent.Fields)
        {
            for (var i = _view.First(field); i >= 0; i = _view.Next(field, i))
            {
                if (Concerns(absent.Key, absent.Unless, _view[i]))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private bool MatchHolds(Condition.Match match, List<Hit> hits)
    {
        var required = _rule.Required(match.Index);
        if (!MayHold(LiteralTable.Any, required))
        {
            return false;
        }

        var before = hits.Count;
        foreach (var field in match.Fields)
        {
            for (var i = _view.First(field); i >= 0 && hits.Count < before + MaxHits; i = _view.Next(field, i))
            {
                var entry = _view[i];
                if (MayHold(i, required) && Concerns(match.Key, match.Unless, entry))
                {
                    Collect(match.Matcher, entry, hits);
                }
            }
        }

        return hits.Count > before;
    }

    private bool CheckHolds(Condition.Check check, List<Hit> hits)
    {
        var required = _rule.Required(check.Index);
        if (!MayHold(LiteralTable.Any, required))
        {
            return false;
        }

        if (!check.Question.MayFind(Input(check, null)))
        {
            return false;
        }

        var before = hits.Count;
        if (check.Fields.IsEmpty)
        {
            Add(check.Question.Examine(Input(check, null)), hits, before);
            return hits.Count > before;
        }

        foreach (var field in check.Fields)
        {
            for (var i = _view.First(field); i >= 0 && !IsEnough(hits, before); i = _view.Next(field, i))
            {
                var entry = _view[i];
                if (MayHold(i, required) && Concerns(check.Key, check.Unless, entry))
                {
                    Add(check.Question.Examine(Input(check, entry)), hits, before);
                }
            }
        }

        return hits.Count > before;
    }

    private CheckInput Input(Condition.Check check, FieldEntry? entry) => new(_view.Subject, _server, _together, entry, check.Arguments, lists, _texts, rules.Clauses, rules.Day) { Gateway = _gateway, Agent = _agent };

    private static void Add(IEnumerable<Hit> found, List<Hit> hits, int before)
    {
        foreach (var hit in found)
        {
            hits.Add(hit);
            if (IsEnough(hits, before))
            {
                return;
            }
        }
    }

    private static bool IsEnough(List<Hit> hits, int before) => hits.Count >= before + MaxHits && !hits[^1].IsSecret;

    private bool Concerns(Matcher? key, Matcher? unless, FieldEntry entry) =>
        (key is null || (entry.Key is { } name && Fits(key, name.Value)))
        && (unless is null || entry.Node is not ScalarNode value || !Fits(unless, value.Value));

    private bool Fits(Matcher matcher, string text) => matcher switch
    {
        Matcher.Matches matches => matches.Regex.MayMatch(text) && matches.Regex.IsMatch(text),
        Matcher.EqualsAny equal => equal.Values.AsSpan().Contains(text, equal.IgnoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal),
        Matcher.InList list => lists.Set(list.List).Contains(text),
        Matcher.LongerThan longer => text.Length > longer.Length,
        Matcher.Present => true,
        _ => false,
    };

    private void Collect(Matcher matcher, FieldEntry entry, List<Hit> hits)
    {
        if (entry.Node is not ScalarNode scalar)
        {
            if (matcher is Matcher.Present)
            {
                hits.Add(Hit.On(entry.Node, entry.Key));
            }
        }
        else if (matcher is Matcher.Matches matches)
        {
            foreach (var (start, length) in matches.Regex.Find(scalar.Value, MaxHits))
            {
                hits.Add(Hit.In(scalar, start, length, entry.Key));
            }
        }
        else if (Fits(matcher, scalar.Value))
        {
            hits.Add(Hit.On(scalar, entry.Key));
        }
    }

    /// <summary>Whether an entry, or any of them, has the literals that a leaf requires.</summary>
    private bool MayHold(int row, int[][] required) => required.Length == 0 || Literals().HasOneOfEach(row, required);

    private LiteralTable Literals()
    {
        if (_view.IsScanned)
        {
            return _literals;
        }

        // A key is text of the audited side as well: patterns on `key` are matched against it directly, never prefiltered.
        _literals.Clear(_view.Count);
        var last = -1;
        for (var i = 0; i < _view.Count; i++)
        {
            if (_view[i].Node is not ScalarNode scalar)
            {
                continue;
            }

            if (last >= 0 && ReferenceEquals(scalar, _view[last].Node))
            {
                _literals.Copy(last, i);
            }
            else
            {
                rules.Prefilter.Scan(scalar.Value, _literals, i);
            }

            last = i;
        }

        _view.IsScanned = true;
        return _literals;
    }
}
