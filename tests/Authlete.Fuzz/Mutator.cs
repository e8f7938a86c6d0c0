using System;
using System.Collections.Generic;
using System.Text;

namespace Authlete.Fuzz;

/// <summary>Creates new inputs from existing ones.</summary>
internal sealed class Mutator(Random random, string[] words)
{
    private const int MaxLength = 4096;

    public byte[] Mutate(List<byte[]> corpus)
    {
        var input = new List<byte>(Pick(corpus));
        for (var left = 1 << random.Next(5); left > 0; left--)
        {
            Change(input, corpus);
        }

        return [.. input.Count > MaxLength ? input.GetRange(0, MaxLength) : input];
    }

    private void Change(List<byte> input, List<byte[]> corpus)
    {
        var at = random.Next(input.Count + 1);
        var rest = input.Count - at;
        switch (random.Next(7))
        {
            case 0 when rest > 0:
                input[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1 when rest > 0:
                input[at] = (byte)random.Next(256);
                break;
            case 2 when rest > 0:
                input.RemoveRange(at, random.Next(1, Math.Min(rest, 32) + 1));
                break;
            case 3 when rest > 0:
                // Repeat a part, which creates longer lists and deeper nesting.
                input.InsertRange(at, input.GetRange(at, random.Next(1, Math.Min(rest, 64) + 1)));
                break;
            case 4:
                var other = Pick(corpus);
                var from = random.Next(other.Length + 1);
                input.InsertRange(at, other[from..random.Next(from, other.Length + 1)]);
                break;
            case 5 when words.Length > 0:
                input.InsertRange(at, Encoding.UTF8.GetBytes(words[random.Next(words.Length)]));
                break;
            default:
                input.Insert(at, (byte)random.Next(' ', '\u007f'));
                break;
        }
    }

    private byte[] Pick(List<byte[]> corpus) => corpus.Count == 0 ? [] : corpus[random.Next(corpus.Count)];
}
