using System.Collections.Immutable;
using McpScan.Modeling;
using McpScan.Syntax;
using McpScan.Text;

namespace McpScan.Checks;

/// <summary>Finds two display titles of one tool that say different things: which of them a person sees depends on the client's version.</summary>
public sealed class TitleConflict : ICheck
{
    public string Name => "title-conflict";

    public string Summary => "Finds an annotations.title whose words differ from those of the title.";

    public ImmutableArray<CheckParameter> Parameters => [];

    public IEnumerable<Hit> Examine(CheckInput input)
    {
        if (input.Entry?.Node is ScalarNode older && input.Subject.First(ToolFields.Title) is ScalarNode title && !SaySame(title.Value, older.Value))
        {
            yield return Hit.On(older) with
            {
                Related = [(new Location(title.Source, title.ContentSpan, ""), "the title that newer clients show")],
                Values = ImmutableDictionary<string, string>.Empty.Add("other", title.Value),
            };
        }
    }

    private static bool SaySame(string title, string older) => Plain(title).Equals(Plain(older), StringComparison.OrdinalIgnoreCase);

    private static string Plain(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
