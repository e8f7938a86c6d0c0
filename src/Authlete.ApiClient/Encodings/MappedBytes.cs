using System.Collections.Generic;
using System.Text;

namespace Authlete.ApiClient.Encodings;

/// <summary>Bytes of a text, encoded or decoded, each mapped to the range of characters that it came from.</summary>
internal sealed class MappedBytes
{
    private readonly List<byte> _bytes;
    private readonly List<int> _starts;
    private readonly List<int> _ends;
    private char _high;
    private int _highEnd;

    public MappedBytes(int capacity = 0) => (_bytes, _starts, _ends) = (new(capacity), new(capacity), new(capacity));

    public int Count => _bytes.Count;

    public byte this[int index] => _bytes[index];

    /// <summary>Returns the text's UTF-8 bytes.</summary>
    public static MappedBytes Of(string text)
    {
        var bytes = new MappedBytes(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            bytes.AddCodePoint(text[i], i, i + 1);
        }

        return bytes;
    }

    /// <summary>The start of the range of characters that a byte came from.</summary>
    public int StartOf(int index) => _starts[index];

    /// <summary>The end of the range of characters that a byte came from.</summary>
    public int EndOf(int index) => _ends[index];

    public void Add(byte value, int start, int end)
    {
        _bytes.Add(value);
        _starts.Add(start);
        _ends.Add(end);
    }

    /// <summary>Adds a byte from another instance, with its range.</summary>
    public void AddFrom(MappedBytes source, int index) => Add(source[index], source.StartOf(index), source.EndOf(index));

    /// <summary>Adds a character as UTF-8. The two halves of a surrogate pair may be added one after the other, as in UTF-16.</summary>
    public void AddCodePoint(int codePoint, int start, int end)
    {
        if (codePoint < 0x80)
        {
            Add((byte)codePoint, start, end);
            return;
        }

        if (codePoint is >= 0xDC00 and <= 0xDFFF && _high != 0 && _highEnd == Count)
        {
            // Replaces the replacement character that was added for the first half.
            const int length = 3;
            start = _starts[Count - 1];
            _bytes.RemoveRange(Count - length, length);
            _starts.RemoveRange(Count, length);
            _ends.RemoveRange(Count, length);
            codePoint = char.ConvertToUtf32(_high, (char)codePoint);
        }

        var text = codePoint is > 0x10FFFF or (>= 0xD800 and <= 0xDFFF) ? "\uFFFD" : char.ConvertFromUtf32(codePoint);
        foreach (var value in Encoding.UTF8.GetBytes(text))
        {
            Add(value, start, end);
        }

        _high = codePoint is >= 0xD800 and <= 0xDBFF ? (char)codePoint : '\0';
        _highEnd = Count;
    }

    public byte[] ToArray() => _bytes.ToArray();
}
