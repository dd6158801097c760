using System.Text;
using McpScan.Modeling;

namespace McpScan.Reporting.Documentation;

/// <summary>docs/fields.md: what a rule can ask about, from the field tables.</summary>
public static class FieldsPage
{
    public static string Render()
    {
        var page = new StringBuilder("""
            # Fields

            What a rule can ask about. `subject:` names the kind, `field:` one or several of its fields. A `*` stands for the key of an entry (the name of a
            parameter, a variable, a header), which `key:` can ask about and the message shows as `{key}`. Fields marked with ● are read by a model or a person;
            the field `text` covers all of them.


            """);
        foreach (var kind in Enum.GetValues<SubjectKind>())
        {
            page.Append("## ").Append(Words.Of(kind)).Append("\n\n").Append(About(kind)).Append("\n\n").Append(MarkdownText.Head("field", "●", "what it is"));
            foreach (var field in Fields.For(kind))
            {
                page.Append(MarkdownText.Row(MarkdownText.Code(field.Name), field.IsText ? "●" : "", MarkdownText.Prose(field.Doc)));
            }

            page.Append('\n');
        }

        return Page.Finish(page);
    }

    private static string About(SubjectKind kind) => kind switch
    {
        SubjectKind.Server => "A server as a whole, joined from every file that belongs to it.",
        SubjectKind.Tool => "A tool as `tools/list` returns it, or as a manifest announces it.",
        SubjectKind.Prompt => "A prompt with its arguments.",
        SubjectKind.Resource => "A resource or a resource template.",
        SubjectKind.Launch => "How a server is started on this machine: command line, environment, container.",
        SubjectKind.Remote => "An endpoint that a client connects to.",
        SubjectKind.Package => "A package or image that a server is, or is taken from.",
        SubjectKind.Input => "A value that somebody must supply before the server runs.",
        SubjectKind.Client => "A client configuration as a whole.",
        SubjectKind.Permissions => "A permission profile or a capability manifest.",
        SubjectKind.Gateway => "A file of a gateway or of a central registry as a whole; the entries of its servers are servers.",
        SubjectKind.Agent => "An agent of a gateway: what it may call, and what it must not.",
        SubjectKind.Limits => "The rate limits of a gateway as a whole.",
        SubjectKind.Limit => "The limit of one tool.",
        SubjectKind.Trail => "The audit trail of a gateway: recorded events, or the schema that they follow. A member that an event lacks has no value.",
        SubjectKind.Reach => "All tools that one model can call: those that a gateway grants an agent, those of all servers of a client configuration, or with `--together` those of all servers.",
        SubjectKind.Waiver => "A waiver of the policy, held against the findings of the audit.",
        SubjectKind.File => "A file as it was written.",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
