using System.Text;

namespace McpScan.Evaluation;

/// <summary>Reads <c>labels.csv</c> (RFC 4180; columns are found by name).</summary>
internal static class Labels
{
    /// <summary>The rows of the file.</summary>
    /// <exception cref="InvalidDataException">A column that is needed is missing.</exception>
    public static List<LabelledTool> Read(string csv)
    {
        var records = Records(csv);
        var header = records[0];
        int Column(string name) => header.IndexOf(name) is var at and >= 0 ? at : throw new InvalidDataException($"labels.csv has no column '{name}'.");
        var (source, file, tool, label) = (Column("source"), Column("case"), Column("tool"), Column("label"));
        var (attack, visible, duplicate) = (Column("attack_class"), Column("visible"), Column("dup_of"));
        return
        [
            .. records.Skip(1).Where(r => r.Count == header.Count).Select(r => new LabelledTool(
                r[source], r[file], r[tool], r[label] == "malicious", r[attack], r[visible] == "yes", r[duplicate].Length > 0)),
        ];
    }

    private static List<List<string>> Records(string csv)
    {
        var records = new List<List<string>>();
        var record = new List<string>();
        var field = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < csv.Length; i++)
        {
            var c = csv[i];
            if (isQuoted)
            {
                if (c != '"')
                {
                    field.Append(c);
                }
                else if (i + 1 < csv.Length && csv[i + 1] == '"')
                {
                    field.Append('"');
                    i++;
                }
                else
                {
                    isQuoted = false;
                }
            }
            else if (c == '"')
            {
                isQuoted = true;
            }
            else if (c is ',' or '\n')
            {
                record.Add(field.ToString().TrimEnd('\r'));
                field.Clear();
                if (c == '\n')
                {
                    records.Add(record);
                    record = [];
                }
            }
            else
            {
                field.Append(c);
            }
        }

        if (field.Length > 0 || record.Count > 0)
        {
            record.Add(field.ToString());
            records.Add(record);
        }

        return records;
    }
}
