namespace McpScan.Text;

/// <summary>What was worked out of an object that never changes, kept with it so that it is worked out once. Safe for several workers; two who ask at once may both work, and get the same.</summary>
public sealed class Memo
{
    private Item? _items;

    /// <summary>What was made of the owner, of which there is one for each type.</summary>
    /// <param name="owner">The object that keeps this memo.</param>
    /// <param name="make">Makes it, where nobody has asked for it yet.</param>
    public T Of<TOwner, T>(TOwner owner, Func<TOwner, T> make)
        where T : class
    {
        var head = Volatile.Read(ref _items);
        if (Find<T>(head) is { } known)
        {
            return known;
        }

        var made = new Item(make(owner), null);
        while (true)
        {
            head = Volatile.Read(ref _items);
            if (Find<T>(head) is { } other)
            {
                return other;
            }

            made = made with { Next = head };
            if (Interlocked.CompareExchange(ref _items, made, head) == head)
            {
                return (T)made.Value;
            }
        }
    }

    private static T? Find<T>(Item? items)
        where T : class
    {
        for (var item = items; item is not null; item = item.Next)
        {
            if (item.Value is T value)
            {
                return value;
            }
        }

        return null;
    }

    private sealed record Item(object Value, Item? Next);
}
