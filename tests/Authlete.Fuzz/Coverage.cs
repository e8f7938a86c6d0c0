using System;
using System.Numerics;
using System.Runtime.InteropServices;
using SharpFuzz.Common;

namespace Authlete.Fuzz;

/// <summary>The map in which instrumented code counts transitions between branches, in the format of AFL.</summary>
internal static unsafe class Coverage
{
    private const int MapSize = 1 << 16;

    /// <summary>Allocates the map. Call it before any instrumented code runs, which writes to the map without a check.</summary>
    public static void Start() => Trace.SharedMem = (byte*)NativeMemory.AllocZeroed(MapSize);

    public static void Reset()
    {
        new Span<byte>(Trace.SharedMem, MapSize).Clear();
        Trace.PrevLocation = 0;
    }

    /// <summary>Adds the coverage since the last reset, and returns whether it has a new transition or a new order of magnitude.</summary>
    public static bool AddTo(byte[] seen)
    {
        var isNew = false;
        var map = new ReadOnlySpan<ulong>(Trace.SharedMem, MapSize / sizeof(ulong));
        for (var word = 0; word < map.Length; word++)
        {
            if (map[word] == 0)
            {
                continue;
            }

            for (var i = word * sizeof(ulong); i < (word + 1) * sizeof(ulong); i++)
            {
                var magnitude = Trace.SharedMem[i] == 0 ? 0 : 1 << BitOperations.Log2(Trace.SharedMem[i]);
                isNew |= (magnitude & ~seen[i]) != 0;
                seen[i] |= (byte)magnitude;
            }
        }

        return isNew;
    }

    public static byte[] NewMap() => new byte[MapSize];
}
