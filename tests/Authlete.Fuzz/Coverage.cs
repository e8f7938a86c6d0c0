using System;
using System.Numerics;
using System.Runtime.InteropServices;
using SharpFuzz.Common;

namespace Authlete.Fuzz;

/// <summary>The map in which instrumented code counts how often it went from one branch to another, as AFL has it.</summary>
internal static unsafe class Coverage
{
    private const int MapSize = 1 << 16;

    /// <summary>Before any instrumented code runs: it writes there without a check.</summary>
    public static void Start() => Trace.SharedMem = (byte*)NativeMemory.AllocZeroed(MapSize);

    public static void Reset()
    {
        new Span<byte>(Trace.SharedMem, MapSize).Clear();
        Trace.PrevLocation = 0;
    }

    /// <summary>Adds what ran since the reset to what was seen; whether there was an edge or an order of magnitude that is new.</summary>
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
