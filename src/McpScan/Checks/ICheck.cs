using System.Collections.Immutable;
using McpScan.Standards;

namespace McpScan.Checks;

/// <summary>A named question that YAML cannot ask: located values and arguments in, spans and evidence out. Pure and bounded.</summary>
public interface ICheck
{
    /// <summary>Kebab-case name, as rules write it.</summary>
    string Name { get; }

    /// <summary>One sentence for docs/checks.md.</summary>
    string Summary { get; }

    /// <summary>The arguments it takes under <c>with:</c>.</summary>
    ImmutableArray<CheckParameter> Parameters { get; }

    /// <summary>Sets of texts: a value must contain one of each set, ignoring case, for the check to find anything in it; empty where it must always be asked.</summary>
    ImmutableArray<ImmutableArray<string>> Required(CheckArguments arguments) => [];

    /// <summary>Whether it has anything to ask under a policy: a check of a clause that the policy does not have has nothing.</summary>
    bool Applies(CheckArguments arguments, Clauses clauses) => true;

    /// <summary>Whether it may find anything in some text of the subject; asked once before its entries are.</summary>
    bool MayFind(CheckInput input) => true;

    /// <summary>Answers for one entry, or for the whole subject where the leaf names no field.</summary>
    IEnumerable<Hit> Examine(CheckInput input);
}

/// <summary>An argument of a check.</summary>
/// <param name="Name">Its name under <c>with:</c>.</param>
/// <param name="Doc">One sentence with the default.</param>
/// <param name="IsRequired">Whether a rule must give it.</param>
/// <param name="Kind">What its values are; validated when the rule is loaded.</param>
public sealed record CheckParameter(string Name, string Doc, bool IsRequired = false, ArgumentKind Kind = ArgumentKind.Text);

/// <summary>What the values of an argument are.</summary>
public enum ArgumentKind
{
    /// <summary>Any text, number or switch.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A regular expression.</summary>
    Pattern,

    /// <summary>A test of facts, see <see cref="Language.FactTest"/>.</summary>
    Facts,

    /// <summary>The name of a set of <c>catalogs/lists/signals.yaml</c>.</summary>
    SignalSet,

    /// <summary>What a wording weighs, see <see cref="Prose.WordingWeight"/>.</summary>
    Wording,

    /// <summary>A part of a flow, see <see cref="Flows.FlowRole"/>.</summary>
    FlowRole,

    /// <summary>The name of a set of <c>catalogs/lists/statements.yaml</c>.</summary>
    StatementSet,

    /// <summary>The name of a set of <c>catalogs/lists/harm.yaml</c>.</summary>
    HarmSet,

    /// <summary>A question about capabilities, see <see cref="Capabilities.TermPattern"/>.</summary>
    Capability,

    /// <summary>The name of a <see cref="Modeling.ChangeKind"/>.</summary>
    Change,
}
