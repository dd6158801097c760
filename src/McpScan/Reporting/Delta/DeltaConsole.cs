using System.Text;
using McpScan.Auditing.Locking;
using McpScan.Reporting.Terminal;
using McpScan.Text;

namespace McpScan.Reporting.Delta;

/// <summary>The changes on a terminal, worst first, each with what was there and what is there now.</summary>
public static class DeltaConsole
{
    private const int Indent = 10;

    /// <summary>Writes UTF-8.</summary>
    public static void Render(DeltaReport delta, Stream output, ConsoleStyle style)
    {
        using var text = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 16 * 1024, leaveOpen: true);
        var writer = new ConsoleWriter(text, style);
        var view = DeltaView.Of(delta);
        foreach (var row in view.Rows)
        {
            writer.Write(Words.Of(row.Severity).PadRight(Indent), Sgr.Of(row.Severity)).Wrap($"{row.Server}: {row.What}", Indent, Sgr.Bold);
            Line(writer, "was", row.Change.Before);
            Line(writer, "now", row.After);
            writer.Repeat(' ', Indent).Wrap($"{row.Rule.Title} ({row.Rule.Id})", Indent, Sgr.Dim);
            writer.EndLine();
        }

        if (!view.Powers.IsEmpty)
        {
            writer.Write("What it can newly do", Sgr.Bold).EndLine();
            foreach (var power in view.Powers)
            {
                foreach (var act in power.Acts)
                {
                    writer.Write("  ").Wrap($"{power.Server} {act}", 4);
                }
            }

            writer.EndLine();
        }

        foreach (var notice in view.Notices)
        {
            writer.Write(Words.Of(notice.Severity), Sgr.Of(notice.Severity)).Write(": ").Wrap(notice.Path is { } path ? $"{path}: {notice.Message}" : notice.Message, 4);
        }

        if (view.IncompleteBecause is { } because)
        {
            writer.Write("INCOMPLETE", Sgr.Of(Auditing.Verdict.Incomplete)).Write(": ").Wrap(because + ".", 4);
        }

        writer.Wrap(view.Sentence, 4);
    }

    private static void Line(ConsoleWriter writer, string label, Untrusted? value)
    {
        if (value is { } text)
        {
            writer.Repeat(' ', Indent).Write(label + ": ").Wrap(text.ToString(), Indent + 5);
        }
    }
}
