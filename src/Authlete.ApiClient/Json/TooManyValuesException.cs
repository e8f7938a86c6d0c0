using System;
using System.Globalization;

namespace Authlete.ApiClient.Json;

/// <summary>Thrown if a JSON text has more values than the limit.</summary>
internal sealed class TooManyValuesException()
    : FormatException(
        string.Format(CultureInfo.InvariantCulture, "This JSON has more than {0:N0} values, which is the limit.", JsonReader.MaxValues)
    );
