using System.CommandLine;

namespace McpScan.Cli.Commands;

/// <summary><c>mcpscan signoff [PATH…]</c>: audits, and signs what a person decided about it.</summary>
internal static class SignOffCommand
{
    public static Command Create(CliHost host)
    {
        var shared = new AuditArguments();
        var decision = new Option<string>("--decision") { HelpName = "DECISION", Description = "approve, approve-with-conditions or reject.", Required = true };
        var approver = new Option<string>("--approver") { HelpName = "NAME", Description = "Who decides.", Required = true };
        var role = new Option<string>("--role") { HelpName = "ROLE", Description = "The approver's role, such as CISO.", Required = true };
        var requester = new Option<string?>("--requester") { HelpName = "NAME", Description = "Who asked for the decision; somebody else than the approver where the policy separates duties." };
        var expires = new Option<string>("--expires") { HelpName = "DATE", Description = "The last day, in UTC, on which the decision stands: 2026-12-31.", Required = true };
        var scope = new Option<string?>("--scope") { HelpName = "TEXT", Description = "What the decision is about." };
        var condition = new Option<string[]>("--condition") { HelpName = "TEXT", Description = "What must be done and by when: \"text; due 2026-12-31\". Repeatable.", AllowMultipleArgumentsPerToken = false };
        var risk = new Option<string[]>("--residual-risk") { HelpName = "TEXT", Description = "A risk that is accepted. Repeatable; needed to approve over findings or an incomplete audit.", AllowMultipleArgumentsPerToken = false };
        var key = new Option<string>("--key") { HelpName = "FILE", Description = "The approver's private key: ECDSA P-256 in PEM (PKCS#8, encrypted PKCS#8 or SEC 1).", Required = true };
        var passwordFile = new Option<string?>("--key-password-file") { HelpName = "FILE", Description = "A file with the passphrase of the key." };
        var passwordVariable = new Option<string?>("--key-password-env") { HelpName = "NAME", Description = "The environment variable that has the passphrase of the key." };
        var locked = new Option<string?>("--lock") { HelpName = "FILE", Description = "The lock file that the decision is bound to." };
        var output = new Option<string>("--output", "-o") { HelpName = "FILE", Description = "The file that the signed decision is written to.", Required = true };
        var report = new Option<string[]>("--report") { HelpName = "FILE", Description = "Also write a report with the decision in it, to which the decision is bound: .html, .md or .pdf. Repeatable.", AllowMultipleArgumentsPerToken = false };
        var command = new Command(
            "signoff",
            "Audit files and folders, and sign a decision about them (an in-toto statement in a DSSE envelope).\n\n"
            + "Exit code: 0 signed, 1 findings that the decision may not pass over, 2 bad usage, policy, rules or key, 3 incomplete; nothing is signed unless it is 0.")
        {
            shared.Paths, decision, approver, role, requester, expires, scope, condition, risk, key, passwordFile, passwordVariable, locked, output, report,
        };
        shared.AddOptionsTo(command);
        command.SetAction(parsed => new SignOffRun(host, new SignOffRequest
        {
            Audit = shared.Read(parsed),
            Decision = parsed.GetValue(decision)!,
            Approver = parsed.GetValue(approver)!,
            Role = parsed.GetValue(role)!,
            Requester = parsed.GetValue(requester),
            Expires = parsed.GetValue(expires)!,
            Scope = parsed.GetValue(scope),
            Conditions = parsed.GetValue(condition) ?? [],
            ResidualRisks = parsed.GetValue(risk) ?? [],
            Key = parsed.GetValue(key)!,
            KeyPasswordFile = parsed.GetValue(passwordFile),
            KeyPasswordVariable = parsed.GetValue(passwordVariable),
            Lock = parsed.GetValue(locked),
            Output = parsed.GetValue(output)!,
            Reports = parsed.GetValue(report) ?? [],
        }).Run());
        return command;
    }
}
