using System;

namespace Authlete.Packager;

/// <summary>The package can't be created. The message describes the remedy.</summary>
internal sealed class PackagingException(string message) : Exception(message);
