using System.Diagnostics;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Reflection;
using System.Text.RegularExpressions;

namespace McpScan.Tests.Architecture;

/// <summary>Disk, clock, network and processes are touched where they belong, and nowhere else.</summary>
public sealed class SideEffectTests
{
    private static readonly Assembly[] Assemblies = [typeof(McpScan.Rules.Rule).Assembly, Assembly.Load("mcpscan")];

    /// <summary>Types that may touch the disk, with the reason. A namespace ends with a dot.</summary>
    private static readonly Dictionary<string, string> Disk = new(StringComparer.Ordinal)
    {
        ["McpScan.Discovery.ArtifactWalker"] = "the one reader of audited files",
        ["McpScan.Cli."] = "arguments name files, reports are written to files",
    };

    [Fact]
    public void Only_the_walker_and_the_command_line_touch_the_disk() => UsersOf(typeof(File), typeof(Directory), typeof(FileInfo), typeof(DirectoryInfo), typeof(FileStream))
        .Where(user => !Disk.Keys.Any(allowed => user == allowed || (allowed.EndsWith('.') && user.StartsWith(allowed, StringComparison.Ordinal))))
        .ShouldBeEmpty();

    [Fact]
    public void Nobody_but_the_host_asks_the_clock()
    {
        string[] clocks = ["get_Now", "get_UtcNow", "get_Today", "GetTimestamp", "StartNew", "get_TickCount", "get_TickCount64"];

        Uses()
            .Where(use => clocks.Contains(use.Member) && (use.Used == typeof(DateTime) || use.Used == typeof(DateTimeOffset) || use.Used == typeof(Stopwatch) || use.Used == typeof(Environment)))
            .Select(use => $"{use.User.FullName}: {use.Used.Name}.{use.Member}")
            .Where(use => !use.StartsWith("McpScan.Cli.", StringComparison.Ordinal) || !use.Contains(nameof(Stopwatch), StringComparison.Ordinal))
            .ShouldBe(["McpScan.Cli.CliHost: DateTimeOffset.get_UtcNow"]);
    }

    [Fact]
    public void Nobody_opens_a_connection() =>
        UsersOf(typeof(Socket), typeof(TcpClient), typeof(HttpClient), typeof(HttpMessageHandler), typeof(WebRequest), typeof(Dns)).ShouldBeEmpty();

    /// <summary>A browser, for printing our own page; never anything that is audited.</summary>
    [Fact]
    public void One_process_is_started_by_one_class() => UsersOf(typeof(Process)).ShouldBe(["McpScan.Cli.Printing.BrowserPrinter"]);

    [Fact]
    public void Nobody_looks_up_the_culture_of_the_machine() => Uses()
        .Where(use => use.Member is "get_CurrentCulture" or "get_CurrentUICulture" or "get_Local")
        .Select(use => use.User.FullName)
        .ShouldBeEmpty();

    [Fact]
    public void Regular_expressions_are_built_with_a_bound() => UsersOf(typeof(Regex)).ShouldBe(["McpScan.Rules.BoundedRegex"]);

    private static IEnumerable<string> UsersOf(params Type[] used) => Uses()
        .Where(use => used.Contains(use.Used))
        .Select(use => use.User.FullName!)
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal);

    private static IEnumerable<(Type User, Type Used, string Member)> Uses() => Assemblies.SelectMany(assembly => CodeUses.Of(assembly).All);
}
