using McpScan.Syntax;

namespace McpScan.Modeling;

/// <summary>Makes scalars whose value follows from what was written, such as <c>npm</c> from <c>npx</c>: they point at the characters they follow from.</summary>
public static class DerivedScalar
{
    /// <summary>A scalar of that value, every part of which stands at <paramref name="place"/>.</summary>
    public static ScalarNode Of(ScalarNode place, string value) => Of(place, value, ScalarKind.String);

    /// <summary>The opposite of a switch: <c>enabled: false</c> says disabled. Anything but true and false is kept as it is.</summary>
    public static ScalarNode Not(ScalarNode place) =>
        place.Value switch
        {
            "true" => Of(place, "false", ScalarKind.Boolean),
            "false" => Of(place, "true", ScalarKind.Boolean),
            _ => place,
        };

    private static ScalarNode Of(ScalarNode place, string value, ScalarKind kind)
    {
        var at = place.ContentSpan;
        var map = new DecodeMap.Builder();
        if (value.Length == at.Length && value != place.Value && value.Length > 1)
        {
            // Of equal length the map would take it for a plain run, and a part of it would point at a part of the place.
            map.Add(1, at.Start, at.Length);
            map.Add(value.Length - 1, at.Start, at.Length);
        }
        else
        {
            map.Add(value.Length, at.Start, at.Length);
        }

        return new ScalarNode(place.Source, at, kind, value, at.Start, value.Length == 0 ? null : map.ToMap());
    }
}
