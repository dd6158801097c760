using System.Collections.Immutable;
using McpScan.Governance.Signing;
using McpScan.Governance.SignOffs;
using McpScan.Reporting.Terminal;

namespace McpScan.Cli.Commands;

/// <summary>One verification from request to exit code.</summary>
internal sealed class VerifyRun(CliHost host, VerifyRequest request)
{
    /// <summary>A sign-off names every input: some hundred bytes for each of at most some ten thousand.</summary>
    private const int MaxMebibytes = 64;

    /// <exception cref="UsageException">The request cannot be met.</exception>
    public int Run()
    {
        using var key = request.Key is null ? null : VerificationKey.Read(UserFiles.Read(request.Key, host), out var problem) ?? throw new UsageException(problem!);
        if (UserFiles.TryRead(request.File, host, MaxMebibytes, out var unreadable) is not { } file)
        {
            host.Error.WriteLine($"mcpscan: {unreadable}");
            return ExitCodes.Incomplete;
        }

        var verification = new Verification(Verify(file, key));
        new VerificationPrinter(ConsoleStyles.Of(host, request.NoColor)).Print(verification, host.Output);
        host.Output.Flush();
        return verification.ExitCode;
    }

    private ImmutableArray<Check> Verify(byte[] file, VerificationKey? key)
    {
        if (DsseEnvelope.Read(request.File, file, out var malformed) is not { } envelope)
        {
            return [new Check("envelope", CheckResult.Fails, malformed!)];
        }

        if (StatementReader.Read(envelope, out var foreign) is not { } statement)
        {
            return [SignatureCheck.Of(envelope, null, key), new Check("statement", CheckResult.Fails, foreign!)];
        }

        var signature = SignatureCheck.Of(envelope, statement, key);
        return [signature, .. SignOffVerifier.Check(statement, Look(statement, isSigned: signature.Result == CheckResult.Holds))];
    }

    /// <summary>Looks at what the caller named, and, once the signature holds, at what the sign-off names.</summary>
    private Evidence Look(SignOffStatement statement, bool isSigned)
    {
        var paths = request.Paths.Length > 0 ? request.Paths : isSigned ? [.. statement.Paths] : null;
        var setup = new AuditSetup(host, new AuditRequest { Paths = paths ?? [], RuleFolders = request.RuleFolders });
        var policy = request.Policy ?? (isSigned ? statement.Policy?.Name : null);
        var seen = policy is null ? null : UserFiles.Look(policy, host);
        var isRead = seen?.Sha256 is not null && seen.Sha256 == statement.Policy?.Sha256 && setup.Rules.Digest.ToString() == statement.RulesDigest;
        return new Evidence
        {
            Today = DateOnly.FromDateTime(Clock.Now(host).UtcDateTime),
            Inputs = paths is null ? null : [.. setup.TakeInventory().Inputs.Select(input => new BoundFile(input.Path, input.Sha256.ToString()))],
            Policy = seen,
            Objection = isRead ? ApprovalGuard.Objection(PolicyFiles.Read(policy!, setup.Rules, host), statement.SignOff, []) : null,
            Lock = (request.Lock ?? (isSigned ? statement.Lock?.Name : null)) is { } path ? UserFiles.Look(path, host) : null,
            Reports = request.Reports.Length > 0
                ? [.. request.Reports.Select(path => UserFiles.Look(path, host))]
                : [.. (isSigned ? statement.Reports : []).Select(report => UserFiles.Look(report.Name, host)).Where(seen => seen.Sha256 is not null)],
            ToolVersion = setup.Options.ToolVersion,
            RulesDigest = setup.Rules.Digest.ToString(),
        };
    }
}
