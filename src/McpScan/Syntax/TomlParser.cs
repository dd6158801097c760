using McpScan.Text;

namespace McpScan.Syntax;

/// <summary>Reads the lines of TOML: headers, keys and what they make of the tables.</summary>
internal sealed class TomlParser
{
    private readonly SourceText _source;
    private readonly ReaderNotices _notices;
    private readonly TomlCursor _cursor;
    private readonly TomlValueReader _values;

    public TomlParser(SourceText source, ReaderNotices notices)
    {
        _source = source;
        _notices = notices;
        _cursor = new TomlCursor(source, notices);
        _values = new TomlValueReader(source, notices, _cursor, ReadPair);
    }

    public void ReadInto(TomlTable root)
    {
        var current = root;
        while (_cursor.SkipBlankLines())
        {
            var start = _cursor.Position;
            var isRead = true;
            if (_cursor.Current == '[')
            {
                current = ReadHeader(root);
            }
            else
            {
                isRead = ReadPair(current);
            }

            _cursor.EndStatement(start, isRead);
        }
    }

    // A broken header still opens a table, so that the keys below it do not go to the table above.
    private TomlTable ReadHeader(TomlTable root)
    {
        var start = _cursor.Position;
        _cursor.Position++;
        var isArray = _cursor.TrySkip('[');
        var key = ReadKey();
        if (key.Count == 0 || !_cursor.TrySkipAfterSpace(']') || (isArray && !_cursor.TrySkip(']')))
        {
            _notices.Error(TextSpan.FromBounds(start, Math.Max(_cursor.Position, start + 1)), $"A table's header reads {(isArray ? "[[name]]" : "[name]")}.");
            _cursor.SkipLine();
        }

        var header = TextSpan.FromBounds(start, _cursor.Position);
        if (key.Count == 0 || IsTooDeep(root.Depth + key.Count, header) || !_values.TrySpend(key.Count))
        {
            return new TomlTable(header, TomlTableOrigin.Header, 1);
        }

        var table = root;
        for (var i = 0; i < key.Count - 1; i++)
        {
            table = Step(table, key[i], header);
        }

        return OpenTable(table, key[^1], header, isArray);
    }

    private TomlTable Step(TomlTable table, ScalarNode name, TextSpan header)
    {
        var entry = table.Find(name.Value);
        if (entry?.Innermost is { } next)
        {
            return next;
        }

        if (entry is not null)
        {
            ReportTwice(name);
        }

        return table.AddTable(name, header, TomlTableOrigin.Implied);
    }

    private TomlTable OpenTable(TomlTable table, ScalarNode name, TextSpan header, bool isArray)
    {
        var entry = table.Find(name.Value);
        if (entry is { IsArray: true } && isArray)
        {
            var item = new TomlTable(header, TomlTableOrigin.Header, table.Depth + 2);
            entry.Tables.Add(item);
            return item;
        }

        if (entry is { IsArray: false, Innermost: { Origin: TomlTableOrigin.Implied } implied } && !isArray)
        {
            implied.Open(header);
            return implied;
        }

        if (entry is not null)
        {
            ReportTwice(name);
        }

        return table.AddTable(name, header, TomlTableOrigin.Header, isArray);
    }

    /// <summary>Reads <c>key = value</c> into a table; false after an error that the line does not survive.</summary>
    private bool ReadPair(TomlTable table)
    {
        var start = _cursor.Position;
        var key = ReadKey();
        if (key.Count == 0 || !_cursor.TrySkipAfterSpace('='))
        {
            _notices.Error(TextSpan.FromBounds(start, Math.Max(_cursor.Position, start + 1)), "A line here reads key = value.");
            return false;
        }

        if (IsTooDeep(table.Depth + key.Count, key[0].Span) || !_values.TrySpend(key.Count))
        {
            return false;
        }

        for (var i = 0; i < key.Count - 1; i++)
        {
            var entry = table.Find(key[i].Value);
            if (entry?.Innermost is { Origin: TomlTableOrigin.DottedKey } next)
            {
                table = next;
                continue;
            }

            if (entry is not null)
            {
                ReportTwice(key[i]);
            }

            table = table.AddTable(key[i], key[i + 1].Span, TomlTableOrigin.DottedKey);
        }

        _cursor.SkipSpace();
        if (table.Find(key[^1].Value) is not null)
        {
            ReportTwice(key[^1]);
        }

        var value = _values.Read(table.Depth + 1, out var isComplete);
        table.AddValue(key[^1], value ?? ScalarNode.ImpliedNull(_source, _cursor.Position));
        return isComplete;
    }

    private List<ScalarNode> ReadKey()
    {
        var parts = new List<ScalarNode>();
        do
        {
            _cursor.SkipSpace();
            if (_values.ReadKeyPart() is not { } part)
            {
                _notices.Error(new TextSpan(_cursor.Position, 0), "A key is missing here.");
                break;
            }

            parts.Add(part);
        }
        while (_cursor.TrySkipAfterSpace('.'));
        return parts;
    }

    private bool IsTooDeep(int depth, TextSpan place)
    {
        if (depth <= ReaderLimits.MaxDepth)
        {
            return false;
        }

        _notices.Error(place, $"Nesting is deeper than {ReaderLimits.MaxDepth}; what is named here was not read.");
        return true;
    }

    private void ReportTwice(ScalarNode name) =>
        _notices.Error(name.Span, $"'{new Untrusted(name.Value)}' is defined a second time; TOML allows each name once.");
}
