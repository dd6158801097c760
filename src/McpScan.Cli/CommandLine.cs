using System.CommandLine;
using System.CommandLine.Parsing;
using McpScan.Cli.Commands;

namespace McpScan.Cli;

/// <summary>The commands of <c>mcpscan</c>, and what happens when they are used wrongly.</summary>
internal static class CommandLine
{
    private static readonly CommandMaker[] Commands =
    [
        new("audit", AuditCommand.Create),
        new("discover", DiscoverCommand.Create),
        new("capabilities", CapabilitiesCommand.Create),
        new("lock", LockCommand.Create),
        new("signoff", SignOffCommand.Create),
        new("verify", VerifyCommand.Create),
        new("diff", DiffCommand.Create),
        new("rules", RulesCommand.Create),
        new("policy", PolicyCommand.Create),
        new("init", InitCommand.Create),
    ];

    /// <summary>Runs one command and returns its exit code. Never throws for anything the caller or the audited side did.</summary>
    public static int Run(string[] args, CliHost host)
    {
        var root = new RootCommand("Decides whether an MCP server may be installed: reads manifests, tool descriptions and client configurations, never starts or contacts a server.");
        AddCommands(root, args, host);

        // '@acme/server' is a package, not a file of further arguments.
        var result = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (result.Errors.Count > 0)
        {
            foreach (var error in result.Errors)
            {
                host.Error.WriteLine($"mcpscan: {error.Message}");
            }

            host.Error.WriteLine($"'{PathOf(result.CommandResult)} --help' shows what there is.");
            return ExitCodes.Usage;
        }

        try
        {
            return result.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (UsageException e)
        {
            host.Error.WriteLine($"mcpscan: {e.Message}");
            return ExitCodes.Usage;
        }
        catch (Exception e)
        {
            return SayFault(e, host);
        }
    }

    /// <summary>Adds the command that the first argument names, else all: a start needs only the options of its own.</summary>
    private static void AddCommands(RootCommand root, string[] args, CliHost host)
    {
        var named = args is [var first, ..] ? Array.Find(Commands, command => command.Name == first) : null;
        foreach (var command in named is null ? Commands : [named])
        {
            root.Add(command.Create(host));
        }
    }

    /// <summary>The words that lead to a command, such as <c>mcpscan rules verify</c>.</summary>
    private static string PathOf(CommandResult command) =>
        command.Parent is CommandResult parent ? $"{PathOf(parent)} {command.Command.Name}" : "mcpscan";

    /// <summary>
    /// The last resort: without it a fault would end with the code of an abort and a message that may quote audited text. Names of types and
    /// methods are the program's own and safe to print.
    /// </summary>
    private static int SayFault(Exception fault, CliHost host)
    {
        while (fault is AggregateException { InnerException: { } inner })
        {
            fault = inner;
        }

        host.Error.WriteLine($"mcpscan: internal error ({fault.GetType().Name}). Nothing was decided; this is never a pass. Please report it with these lines:");
        foreach (var frame in new System.Diagnostics.StackTrace(fault, fNeedFileInfo: false).GetFrames().Take(12))
        {
            host.Error.WriteLine($"  at {frame.GetMethod()?.DeclaringType?.FullName}.{frame.GetMethod()?.Name}");
        }

        return ExitCodes.Internal;
    }

    /// <summary>A command that is not made before it is needed.</summary>
    private sealed record CommandMaker(string Name, Func<CliHost, Command> Create);
}
