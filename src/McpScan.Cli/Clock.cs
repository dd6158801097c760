using System.Globalization;

namespace McpScan.Cli;

/// <summary>What time it is. <c>SOURCE_DATE_EPOCH</c>, seconds since 1970 as reproducible builds use it, goes before the clock of the machine.</summary>
internal static class Clock
{
    /// <summary>The time that the caller set, in UTC; null where none is set. Reports bear no other, so that two runs give the same bytes.</summary>
    /// <exception cref="UsageException">It is set to something else than a time.</exception>
    public static DateTimeOffset? Epoch(CliHost host)
    {
        if (host.Variable("SOURCE_DATE_EPOCH") is not { Length: > 0 } epoch)
        {
            return null;
        }

        const long LastSecond = 253402300799;
        return long.TryParse(epoch, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= LastSecond
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : throw new UsageException("SOURCE_DATE_EPOCH must be a whole number of seconds since 1970.");
    }

    /// <summary>Now, in UTC: for what has a date by its nature, such as a decision and the end of an exception.</summary>
    public static DateTimeOffset Now(CliHost host) => Epoch(host) ?? host.Now();
}
