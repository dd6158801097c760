using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using McpScan.Auditing;
using McpScan.Governance.Signing;
using McpScan.Governance.SignOffs;
using McpScan.Reporting;
using McpScan.Rules;
using McpScan.Text;

namespace McpScan.Cli.Commands;

/// <summary>One sign-off: audit, decide, report, sign. Nothing is written unless the decision may be made.</summary>
internal sealed class SignOffRun(CliHost host, SignOffRequest request)
{
    /// <exception cref="UsageException">The request cannot be met.</exception>
    public int Run()
    {
        using var key = ReadKey();
        var signOff = SignOffReader.Read(request, key, Clock.Now(host));
        var renderers = new Renderers(host, request.Audit);
        var reports = Array.ConvertAll(request.Reports, renderers.OfSignOff);
        var policy = Bind(request.Audit.Policy, "policy");
        var locked = Bind(request.Lock, "lock");
        var setup = new AuditSetup(host, request.Audit with { Lock = request.Lock, Frameworks = request.Audit.Frameworks.Length > 0 ? request.Audit.Frameworks : [.. Frameworks.Names] });
        var inventory = setup.TakeInventory();
        if (ApprovalGuard.Objection(setup.Options.Policy, signOff, SignOffGuard.Answerable(inventory)) is { } breach)
        {
            throw new UsageException(breach);
        }

        var report = setup.Audit(inventory);
        renderers.ByFormat("console").Render(report, host.Output);
        if (SignOffGuard.Objection(report, signOff) is { } objection)
        {
            host.Output.Flush();
            host.Error.WriteLine($"mcpscan: Nothing was signed. {objection}");
            return report.Inputs.IsEmpty ? ExitCodes.Incomplete : report.ExitCode;
        }

        report = setup.Assess(report with { SignOff = signOff, Timestamp = signOff.Decided, PolicyFile = policy, LockFile = locked });
        var statement = new SignOffStatement
        {
            SignOff = signOff,
            Inputs = [.. report.Inputs.Select(input => new BoundFile(input.Path, input.Sha256.ToString()))],
            Paths = [.. request.Audit.Paths.Select(path => UserFiles.NameOf(path, host))],
            Audit = SignedAudits.Of(report),
            ToolVersion = report.Tool.Version,
            RulesDigest = report.Tool.RulesDigest.ToString(),
            Policy = policy,
            Lock = locked,
            Reports = [.. reports.Select((renderer, i) => Write(renderer, report, request.Reports[i]))],
        };
        var envelope = key.Sign(DsseEnvelope.InToto, StatementWriter.Write(statement));
        UserFiles.Write(request.Output, stream => stream.Write(envelope.ToBytes()), host);
        Say(statement);
        return ExitCodes.Passed;
    }

    private SigningKey ReadKey() => SigningKey.Read(UserFiles.Read(request.Key, host), Passphrase(), out var problem) ?? throw new UsageException(problem!);

    private string? Passphrase()
    {
        if (request.KeyPasswordFile is not null && request.KeyPasswordVariable is not null)
        {
            throw new UsageException("--key-password-file and --key-password-env both name a passphrase; say one of them.");
        }

        return request.KeyPasswordFile is { } file ? UserFiles.Read(file, host).Text.TrimEnd('\r', '\n')
            : request.KeyPasswordVariable is { } name ? host.Variable(name) ?? throw new UsageException($"The environment variable '{new Untrusted(name)}' of --key-password-env is not set.")
            : null;
    }

    private BoundFile? Bind(string? path, string what) =>
        path is null ? null
        : UserFiles.Look(path, host) is { Sha256: { } digest } seen ? new BoundFile(seen.Name, digest)
        : throw new UsageException($"The {what} '{new Untrusted(path)}' cannot be read.");

    private BoundFile Write(IRenderer renderer, AuditReport report, string path)
    {
        using var bytes = new MemoryStream();
        renderer.Render(report, bytes);
        UserFiles.Write(path, stream => bytes.WriteTo(stream), host);
        return new BoundFile(UserFiles.NameOf(path, host), Convert.ToHexStringLower(SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length))));
    }

    private void Say(SignOffStatement statement)
    {
        var signOff = statement.SignOff;
        ImmutableArray<string> bound =
        [
            string.Create(CultureInfo.InvariantCulture, $"{statement.Inputs.Length} input{(statement.Inputs.Length == 1 ? "" : "s")}"),
            .. statement.Policy is null ? (ReadOnlySpan<string>)[] : ["the policy"],
            .. statement.Lock is null ? (ReadOnlySpan<string>)[] : ["the lock"],
        ];
        host.Output.Write(Encoding.UTF8.GetBytes(
            $"\nsigned: {signOff.Decision.ToWord()}, by {signOff.Approver} ({signOff.Role}), until {signOff.Expires:yyyy-MM-dd}\n"
            + $"bound to {string.Join(", ", bound)}, the rules and this version\n"
            + string.Concat(statement.Reports.Select(static file => $"bound to the report {new Untrusted(file.Name)}\n"))
            + $"written to {new Untrusted(request.Output)}\n"
            + $"key {signOff.KeyId}\n"));
        host.Output.Flush();
    }
}
