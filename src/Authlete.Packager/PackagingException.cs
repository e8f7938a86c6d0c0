using System;

namespace Authlete.Packager;

/// <summary>The package can't be made; the message says what to change.</summary>
internal sealed class PackagingException(string message) : Exception(message);
