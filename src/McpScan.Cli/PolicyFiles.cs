using McpScan.Governance;
using McpScan.Rules;

namespace McpScan.Cli;

/// <summary>Policies and waivers that the caller named.</summary>
internal static class PolicyFiles
{
    /// <summary>A policy.</summary>
    /// <exception cref="UsageException">It cannot be read or is not understood whole: the message names every place.</exception>
    public static Policy Read(string path, RuleSet rules, CliHost host) =>
        PolicyReader.Read(UserFiles.Read(path, host), rules, out var errors) ?? throw new UsageException(string.Join(Environment.NewLine, errors));
}
