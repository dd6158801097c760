namespace McpScan.Discovery;

/// <summary>Reads a stream whole, up to a bound.</summary>
internal static class BoundedBytes
{
    /// <summary>All bytes of the stream, or null when there are more than <paramref name="most"/>.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="expected">How many bytes it says it has; it may lie.</param>
    /// <param name="most">The bound.</param>
    public static byte[]? Read(Stream stream, long expected, long most)
    {
        var buffer = new byte[Math.Clamp(expected, 1, most)];
        var count = 0;
        while (true)
        {
            count += stream.ReadAtLeast(buffer.AsSpan(count), buffer.Length - count, throwOnEndOfStream: false);
            if (count < buffer.Length)
            {
                return buffer[..count];
            }

            var next = stream.ReadByte();
            if (next < 0)
            {
                return buffer;
            }

            if (count >= most)
            {
                return null;
            }

            Array.Resize(ref buffer, (int)Math.Min(most, buffer.Length * 2L));
            buffer[count++] = (byte)next;
        }
    }
}
