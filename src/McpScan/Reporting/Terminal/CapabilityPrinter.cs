using McpScan.Reporting.Views;
using McpScan.Text;

namespace McpScan.Reporting.Terminal;

/// <summary>Prints what servers and tools can do as a table; columns that do not fit the width go into a further block below.</summary>
internal sealed class CapabilityPrinter(ConsoleWriter writer)
{
    private const int Gap = 2;
    private const int MinNames = 16;

    /// <param name="matrix">The table.</param>
    /// <param name="isWhole">Whether it is said which columns are left out.</param>
    public void Print(CapabilityMatrix matrix, bool isWhole)
    {
        if (matrix.Servers.Count > 0)
        {
            PrintTable(matrix);
            writer.Wrap("decl: declared by a manifest or profile; seen: observed in the definition; !: cannot be undone", 0, Sgr.Dim);
            if (isWhole && matrix.Absent.Length > 0)
            {
                writer.Wrap($"Nothing is declared or observed of: {matrix.Absent}.", 0, Sgr.Dim);
            }
        }

        if (matrix.Note.Length > 0)
        {
            writer.Wrap(matrix.Note, 0, Sgr.Dim);
        }
    }

    private void PrintTable(CapabilityMatrix matrix)
    {
        var names = matrix.Servers.SelectMany(static server => server.Tools.Select(static tool => "  " + Show(tool.Name)).Prepend(Show(server.Name))).ToList();
        var room = Math.Min(Math.Max(MinNames, writer.Width / 3), names.Max(DisplayWidth.Of));
        for (var first = 0; first < matrix.Columns.Count;)
        {
            var used = room;
            var behind = first;
            while (behind < matrix.Columns.Count && (behind == first || used + Gap + WidthOf(matrix.Columns[behind]) <= writer.Width))
            {
                used += Gap + WidthOf(matrix.Columns[behind++]);
            }

            PrintBlock(matrix, room, first, behind);
            first = behind;
        }
    }

    private void PrintBlock(CapabilityMatrix matrix, int room, int first, int behind)
    {
        foreach (var line in (ReadOnlySpan<int>)[0, 1])
        {
            writer.Repeat(' ', room);
            for (var i = first; i < behind; i++)
            {
                var words = matrix.Columns[i].Title.Split(' ');

                // One word stands on the lower line.
                var word = words.Length == 2 ? words[line] : line == 1 ? words[0] : "";
                writer.Repeat(' ', Gap).Write(word, Sgr.Dim).Repeat(' ', WidthOf(matrix.Columns[i]) - word.Length);
            }

            writer.EndLine();
        }

        foreach (var server in matrix.Servers)
        {
            PrintRow(matrix, Show(server.Name), server.Cells, room, first, behind, Sgr.Bold);

            // A tool stands only in the blocks that say something of it.
            foreach (var tool in server.Tools.Where(tool => tool.Cells.Skip(first).Take(behind - first).Any(static cell => cell.IsMarked)))
            {
                PrintRow(matrix, "  " + Show(tool.Name), tool.Cells, room, first, behind, null);
            }

            if (behind == matrix.Columns.Count && server.Note.Length > 0)
            {
                writer.Write("  ").Wrap(server.Note, 2, Sgr.Dim);
            }
        }

        writer.EndLine();
    }

    private void PrintRow(CapabilityMatrix matrix, string name, IReadOnlyList<MatrixCell> cells, int room, int first, int behind, string? sgr)
    {
        var shown = DisplayWidth.Of(name) <= room ? name : DisplayWidth.TakeFirst(name, room - 1) + "…";
        writer.Write(shown, sgr).Repeat(' ', room - DisplayWidth.Of(shown));
        for (var i = first; i < behind; i++)
        {
            var word = WordOf(cells[i]);
            writer.Repeat(' ', Gap).Write(word, cells[i].IsIrreversible ? Sgr.Of(Rules.Severity.High) : null).Repeat(' ', WidthOf(matrix.Columns[i]) - word.Length);
        }

        writer.EndLine();
    }

    private static string WordOf(MatrixCell cell) =>
        !cell.IsMarked ? "·" : (cell.Standing switch { "declared" => "decl", "observed" => "seen", var both => both }) + (cell.IsIrreversible ? "!" : "");

    private static int WidthOf(MatrixColumn column) => Math.Max("decl!".Length, column.Title.Split(' ').Max(static word => word.Length));

    private static string Show(string text) => new Untrusted(text).ToString();
}
