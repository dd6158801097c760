using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using McpScan.Modeling;
using McpScan.Rules;
using McpScan.Syntax;

namespace McpScan.Checks;

/// <summary>The limits of a gateway, made once: which tools have one, and how tight those of reading tools are.</summary>
internal sealed class LimitIndex
{
    private const int MaxUnlimited = 100;

    /// <summary>Patterns that each tool is compared with; what only those behind them cover counts as not limited.</summary>
    private const int MaxPatterns = 100;

    private static readonly ConditionalWeakTable<Gateway, LimitIndex> Made = [];

    private readonly bool _allKnown;
    private readonly Dictionary<string, GrantedTool> _tools = new(StringComparer.Ordinal);
    private readonly Lists _lists;
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly List<string> _patterns = [];
    private readonly Dictionary<string, (decimal Rate, ScalarNode Node, Subject Limit)> _reading = new(StringComparer.Ordinal);

    private LimitIndex(Gateway gateway, Lists lists)
    {
        _lists = lists;
        _allKnown = !gateway.Servers.IsEmpty;
        foreach (var server in gateway.Servers)
        {
            var tools = gateway.Find(server.Name.Raw)!.Tools;
            _allKnown &= !tools.IsEmpty;
            foreach (var tool in tools)
            {
                _tools.TryAdd(tool.Name.Raw, tool);
            }
        }

        foreach (var limit in gateway.Subjects.Where(static subject => subject.Kind == SubjectKind.Limit))
        {
            Add(limit);
        }

        Unlimited = HasDefault ? [] : [.. FindUnlimited(gateway).Take(MaxUnlimited)];
    }

    /// <summary>Whether tools without a limit of their own have one.</summary>
    public bool HasDefault { get; private set; }

    public static LimitIndex Of(Gateway gateway, Lists lists) => Made.GetValue(gateway, g => new LimitIndex(g, lists));

    /// <summary>The tools that destroy or pay and have no limit, with their servers; at most <see cref="MaxUnlimited"/>.</summary>
    public ImmutableArray<(Server Server, GrantedTool Tool)> Unlimited { get; }

    /// <summary>Whether the tools of all servers are known, and none has one of these names.</summary>
    public bool IsUnknown(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_tools.ContainsKey(name))
            {
                return false;
            }
        }

        return _allKnown;
    }

    /// <summary>What a call of the tool does at worst that a limit names, with or without its server.</summary>
    public ToolEffect EffectOf(string tool) => _tools.TryGetValue(ToolEffects.Local(tool), out var known) ? ToolEffects.Of(known, _lists) : ToolEffects.Of(tool, _lists);

    /// <summary>Whether a tool has a limit under its name, with or without its server's.</summary>
    public bool Has(string tool) => _names.Contains(tool) || _patterns.Exists(pattern => Wildcard.Fits(pattern, tool));

    /// <summary>The tightest limit of a reading tool for the same span of time, or null.</summary>
    public (decimal Rate, ScalarNode Node, Subject Limit)? TightestReading(string span) => _reading.TryGetValue(span, out var found) ? found : null;

    /// <summary>The number of calls that a value lets through, or null.</summary>
    public static decimal? Rate(ScalarNode value) =>
        decimal.TryParse(value.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate) ? rate : null;

    private void Add(Subject limit)
    {
        var tool = limit.FirstText(LimitFields.Tool) ?? "";
        _names.Add(tool);
        _names.Add(ToolEffects.Local(tool));
        HasDefault |= limit.First(LimitFields.Tool) is ScalarNode name && (Wildcard.IsAll(name) || tool is "default" or "_default");
        if (Wildcard.Is(tool) && _patterns.Count < MaxPatterns)
        {
            _patterns.Add(tool);
        }

        if (EffectOf(tool) != ToolEffect.Reads)
        {
            return;
        }

        foreach (var entry in limit.Select(LimitFields.Rate))
        {
            if (entry is { Key: { } span, Node: ScalarNode node } && Rate(node) is { } rate && (!_reading.TryGetValue(span.Value, out var tightest) || rate < tightest.Rate))
            {
                _reading[span.Value] = (rate, node, limit);
            }
        }
    }

    private IEnumerable<(Server Server, GrantedTool Tool)> FindUnlimited(Gateway gateway)
    {
        foreach (var server in gateway.Servers)
        {
            foreach (var tool in gateway.Find(server.Name.Raw)!.Tools)
            {
                if (!Has(tool.Name.Raw) && ToolEffects.Of(tool, _lists).NeedsPerson())
                {
                    yield return (server, tool);
                }
            }
        }
    }
}
