using System.Collections.Immutable;
using McpScan.Text;

namespace McpScan.Syntax;

/// <summary>Collects the notices of one text within <see cref="ReaderLimits.MaxNotices"/>; the last says how many more there were.</summary>
internal sealed class ReaderNotices(SourceText source)
{
    private List<Notice>? _notices;
    private int _unlisted;
    private TextSpan _firstUnlisted;
    private NoticeSeverity _worstUnlisted;

    public bool IsEmpty => _notices is null;

    public void Error(TextSpan span, string message) => Add(NoticeSeverity.Error, span, message);

    public void Warning(TextSpan span, string message) => Add(NoticeSeverity.Warning, span, message);

    public ImmutableArray<Notice> ToImmutable()
    {
        if (_notices is null)
        {
            return [];
        }

        if (_unlisted > 0)
        {
            _notices.Add(Notice.At(_worstUnlisted, source, _firstUnlisted, $"{_unlisted} further problems from here on are not listed."));
        }

        return [.. _notices];
    }

    private void Add(NoticeSeverity severity, TextSpan span, string message)
    {
        _notices ??= [];
        if (_notices.Count < ReaderLimits.MaxNotices - 1)
        {
            _notices.Insert(PlaceOf(span.Start), Notice.At(severity, source, span, message));
            return;
        }

        _firstUnlisted = _unlisted == 0 ? span : _firstUnlisted;
        _worstUnlisted = severity > _worstUnlisted ? severity : _worstUnlisted;
        _unlisted++;
    }

    // Nearly always the end; a reader may learn late of an earlier trouble, as of a bracket that never closes.
    private int PlaceOf(int start)
    {
        var place = _notices!.Count;
        while (place > 0 && _notices[place - 1].Location!.Span.Start > start)
        {
            place--;
        }

        return place;
    }
}
