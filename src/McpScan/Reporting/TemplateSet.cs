using HandlebarsDotNet;
using McpScan.Rules;

namespace McpScan.Reporting;

/// <summary>The texts that reports are made from, such as <c>html/report.html.hbs</c>; a user may put an own text in the place of any of them.</summary>
public sealed class TemplateSet
{
    private readonly Func<string, string?>? _read;

    private TemplateSet(Func<string, string?>? read) => _read = read;

    /// <summary>The templates that come with the program.</summary>
    public static TemplateSet BuiltIn { get; } = new(null);

    /// <param name="read">Gives the text in the place of a template, or null for the built-in one. Names have forward slashes.</param>
    public static TemplateSet WithOverrides(Func<string, string?> read) => new(read);

    /// <summary>A text by its name, with LF line ends; null where there is none.</summary>
    internal string? Find(string name) =>
        (_read?.Invoke(name) ?? EmbeddedData.ReadText("templates/" + name))?.ReplaceLineEndings("\n");

    /// <summary>Compiles a template; a partial <c>{{> finding}}</c> is the file <c>finding.hbs</c> beside it.</summary>
    /// <param name="name">Such as <c>html/report.html.hbs</c>.</param>
    /// <param name="encoder">What <c>{{value}}</c> passes through.</param>
    /// <param name="helpers">Adds the helpers of the format.</param>
    internal HandlebarsTemplate<TextWriter, object, object> Compile(string name, ITextEncoder encoder, Action<IHandlebars>? helpers = null)
    {
        var handlebars = Handlebars.Create(new HandlebarsConfiguration
        {
            TextEncoder = encoder,
            ThrowOnUnresolvedBindingExpression = true,
            PartialTemplateResolver = new Partials(this, name[..(name.LastIndexOf('/') + 1)]),
        });
        helpers?.Invoke(handlebars);
        using var source = new StringReader(Find(name) ?? throw new InvalidOperationException($"There is no template '{name}'."));
        return handlebars.Compile(source);
    }

    private sealed class Partials(TemplateSet set, string folder) : IPartialTemplateResolver
    {
        public bool TryRegisterPartial(IHandlebars env, string? partialName, string? templatePath)
        {
            if (partialName is null || set.Find($"{folder}{partialName}.hbs") is not { } text)
            {
                return false;
            }

            env.RegisterTemplate(partialName, text);
            return true;
        }
    }
}
