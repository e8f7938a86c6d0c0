using System;
using System.Globalization;

namespace Authlete.ApiClient.Json;

/// <summary>A JSON text has more values than are read.</summary>
internal sealed class TooManyValuesException()
    : FormatException(
        string.Format(CultureInfo.InvariantCulture, "This JSON has more than {0:N0} values, which is the limit.", JsonReader.MaxValues)
    );
