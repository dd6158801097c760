using System.Globalization;
using System.Text;
using McpScan.Governance.SignOffs;

namespace McpScan.Reporting.Terminal;

/// <summary>A verification on a terminal: a line for everything that was looked at, and what it comes to as the last one.</summary>
public sealed class VerificationPrinter(ConsoleStyle style)
{
    private const int TextColumn = 24;

    public void Print(Verification verification, Stream output)
    {
        using var text = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 4 * 1024, leaveOpen: true);
        var writer = new ConsoleWriter(text, style);
        foreach (var check in verification.Checks)
        {
            var (word, sgr) = Of(check.Result);
            writer.Write(check.What.PadRight(11)).Write(word.PadRight(13), sgr).Wrap(check.Text, TextColumn);
        }

        writer.EndLine();
        var (sentence, verdict) = Sentence(verification);
        writer.Write(sentence, verdict).Write(string.Create(CultureInfo.InvariantCulture, $" (exit code {verification.ExitCode})")).EndLine();
    }

    private static (string Sentence, string Sgr) Sentence(Verification verification) => verification.ExitCode switch
    {
        0 => ("The sign-off holds.", Sgr.Of(Auditing.Verdict.Approved)),
        1 => ("The sign-off does not hold.", Sgr.Of(Auditing.Verdict.Rejected)),
        _ => ("Whether the sign-off holds is not known: not everything could be looked at.", Sgr.Of(Auditing.Verdict.Incomplete)),
    };

    private static (string Word, string Sgr) Of(CheckResult result) => result switch
    {
        CheckResult.Holds => ("ok", Sgr.Of(Auditing.Verdict.Approved)),
        CheckResult.Fails => ("FAILED", Sgr.Of(Auditing.Verdict.Rejected)),
        CheckResult.Unknown => ("not checked", Sgr.Of(Auditing.Verdict.Incomplete)),
        _ => ("note", Sgr.Dim),
    };
}
