using System.Globalization;

namespace McpScan.Cli;

/// <summary>Says on a terminal's standard error that long work goes on; silent for the first second, for pipes and when quiet.</summary>
internal sealed class Progress : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private readonly CliHost _host;
    private readonly Timer? _timer;
    private readonly Lock _writing = new();
    private int _seconds;
    private bool _hasWritten;
    private bool _isStopped;

    private Progress(CliHost host, bool isSilent)
    {
        _host = host;
        _timer = isSilent ? null : new Timer(_ => Tick(), null, Patience, Patience);
    }

    public static Progress Start(CliHost host, bool quiet) => new(host, quiet || !host.ErrorIsTerminal);

    /// <summary>Wipes the line; nothing is written afterwards.</summary>
    public void Stop()
    {
        lock (_writing)
        {
            _isStopped = true;
            if (_hasWritten)
            {
                _host.Error.Write("\r\u001b[K");
                _hasWritten = false;
            }
        }
    }

    public void Dispose()
    {
        Stop();
        _timer?.Dispose();
    }

    private void Tick()
    {
        lock (_writing)
        {
            if (!_isStopped)
            {
                _seconds++;
                _hasWritten = true;
                _host.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\rmcpscan: reading and asking … {_seconds} s"));
                _host.Error.Flush();
            }
        }
    }
}
