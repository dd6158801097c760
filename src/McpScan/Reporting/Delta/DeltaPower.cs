using System.Collections.Immutable;
using McpScan.Modeling;
using McpScan.Text;

namespace McpScan.Reporting.Delta;

/// <summary>What a server can do that it could not do.</summary>
/// <param name="Server">Its name.</param>
/// <param name="Acts">Each in a few words, such as <c>reaches host api.example.com</c>.</param>
internal sealed record DeltaPower(Untrusted Server, ImmutableArray<Untrusted> Acts)
{
    public static ImmutableArray<DeltaPower> Of(IEnumerable<DeltaRow> rows)
    {
        var powers = ImmutableArray.CreateBuilder<DeltaPower>();
        foreach (var server in rows.GroupBy(static row => row.Server.Raw, StringComparer.Ordinal).OrderBy(static group => group.Key, StringComparer.Ordinal))
        {
            ImmutableArray<Untrusted> acts = [.. server.Select(Say).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(static act => new Untrusted(act))];
            if (!acts.IsEmpty)
            {
                powers.Add(new DeltaPower(server.Key, acts));
            }
        }

        return powers.ToImmutable();
    }

    /// <summary>What a change allows; null for one that allows nothing by itself.</summary>
    private static string? Say(DeltaRow row)
    {
        var what = row.Change.What.Raw;
        return row.Change.Kind switch
        {
            ChangeKind.NewServer => $"is there: {what}",
            ChangeKind.NewDefinition => $"offers {what}",
            ChangeKind.NewHost or ChangeKind.NewPath => $"reaches {what}",
            ChangeKind.NewSecret => $"is handed {what}",
            ChangeKind.NewScope => $"asks for {what}",
            ChangeKind.NewCapability => $"{what} through {Words.Of(row.SubjectKind)} {row.Subject.Raw}",
            ChangeKind.NewArtifact => $"runs {what}",
            ChangeKind.NewApproval => $"calls without a question: {row.Change.After?.Raw}",
            ChangeKind.NewParameter => $"takes {what} in tool {row.Subject.Raw}",
            ChangeKind.WiderSchema => $"takes more in tool {row.Subject.Raw}: {what}",
            _ => null,
        };
    }
}
