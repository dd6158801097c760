using McpScan.Cli;

return CommandLine.Run(args, CliHost.ForProcess());
