using System;
using System.Collections.Generic;

#pragma warning disable CA1812, CA1822, CA1823, CA1852, CS0169, CS0649, IDE0051, IDE0044, CA1034, CA1040, CA1710, CA1813, CA1018

namespace Authlete.ApiClient.Tests.Folders.Samples.ByBase
{
    namespace Below
    {
        internal class Used;
    }

    namespace Above
    {
        internal sealed class User : Below.Used;
    }
}

namespace Authlete.ApiClient.Tests.Folders.Samples.ByInterface
{
    namespace Below
    {
        internal interface Used;
    }

    namespace Above
    {
        internal sealed class User : Below.Used;
    }
}

namespace Authlete.ApiClient.Tests.Folders.Samples.ByConstraint
{
    namespace Below
    {
        internal class Used;
    }

    namespace Above
    {
        internal static class User
        {
            public static void Run<T>(T _)
                where T : Below.Used { }
        }
    }
}

namespace Authlete.ApiClient.Tests.Folders.Samples.ByField
{
    namespace Below
    {
        internal class Used;
    }

    namespace Above
    {
        internal sealed class User
        {
            private readonly List<Below.Used[]>? _items;
        }
    }
}

namespace Authlete.ApiClient.Tests.Folders.Samples.BySignature
{
    namespace Below
    {
        internal class Used;
    }

    namespace Above
    {
        internal interface User
        {
            Below.Used? Find(string name);
        }
    }
}

namespace Authlete.ApiClient.Tests.Folders.Samples.ByAttribute
{
    namespace Below
    {
        internal sealed class Used : Attribute;
    }

    namespace Above
    {
        [Below.Used]
        internal sealed class User;
    }
}

namespace Authlete.ApiClient.Tests.Folders.Samples.ByAttributeArgument
{
    namespace Below
    {
        internal sealed class Used;
    }

    namespace Above
    {
        internal sealed class User
        {
            [System.ComponentModel.TypeConverter(typeof(Below.Used))]
            public string? Name { get; set; }
        }
    }
}

namespace Authlete.ApiClient.Tests.Folders.Samples.ByBody
{
    namespace Below
    {
        internal static class Used
        {
            public static int Count { get; set; }
        }
    }

    namespace Above
    {
        internal static class User
        {
            public static int Run(int kind) =>
                kind switch
                {
                    1 => 4,
                    2 => 7,
                    3 => 9,
                    4 => 12,
                    5 => Below.Used.Count,
                    _ => 0,
                };
        }
    }
}

namespace Authlete.ApiClient.Tests.Folders.Samples.ByTypeArgument
{
    namespace Below
    {
        internal sealed class Used;
    }

    namespace Above
    {
        internal static class User
        {
            public static object Run() => Array.Empty<Below.Used>();
        }
    }
}

namespace Authlete.ApiClient.Tests.Folders.Samples.ByLambda
{
    namespace Below
    {
        internal sealed class Used;
    }

    namespace Above
    {
        internal static class User
        {
            public static Func<object> Run() => static () => new Below.Used();
        }
    }
}

namespace Authlete.ApiClient.Tests.Folders.Samples.ByNestedType
{
    namespace Below
    {
        internal static class Used
        {
            internal enum Kind
            {
                None,
            }
        }
    }

    namespace Above
    {
        internal sealed class User
        {
            private sealed class Inner
            {
                private readonly Below.Used.Kind _kind;
            }
        }
    }
}

namespace Authlete.ApiClient.Tests.Folders.Samples.Circle
{
    namespace One
    {
        internal sealed class First
        {
            private readonly Two.Second? _second;
        }
    }

    namespace Two
    {
        internal sealed class Second
        {
            private readonly Three.Third? _third;
            private readonly Leaf.Last? _last;
        }
    }

    namespace Three
    {
        internal sealed class Third
        {
            private readonly One.First? _first;
        }
    }

    namespace Leaf
    {
        internal sealed class Last;
    }
}
