namespace Authlete.Benchmarks;

/// <summary>All benchmarks, with the limits for the module.</summary>
internal static class Scenarios
{
    private const int FreshProcesses = 11;

    public static Scenario[] All { get; } =
    [
        new(
            "import",
            "Import.ps1",
            "`Import-Module` in a process started for it, after an empty binary module: what the engine does for the first time in a process isn't counted. The rival is a binary module with as many cmdlets, parameters, and parameter sets, which does nothing and has no formats; the other rival has one view besides, because the first format file of a process costs the engine more than the module itself.",
            [
                new Comparison("Import after an empty module", "ms", "module", "rival") { RatioLimit = 2 },
                new Comparison("Import, against a rival with one view", "ms", "module", "formatted"),
            ]
        )
        {
            Processes = FreshProcesses,
        },
        new(
            "first-call",
            "FirstCall.ps1",
            "Import, connect, and one call, against one `Invoke-RestMethod`; each in a process started for it.",
            [new Comparison("First call of a process", "ms", "module", "rival") { RatioLimit = 1 }]
        )
        {
            Processes = FreshProcesses,
        },
        new(
            "introspection",
            "Introspection.ps1",
            "5,000 tokens one after another, two properties read of each answer, against one `HttpClient` that blocks on each answer, as a cmdlet must, and one that awaits it. Allocated is what the process allocates for a call.",
            [
                new Comparison("Introspection, against a blocking HttpClient", "µs", "module.time", "blocking.time") { RatioLimit = 1.3 },
                new Comparison("Introspection, against an awaiting HttpClient", "µs", "module.time", "awaiting.time"),
                new Comparison("Introspection, allocated", "KB", "module.memory", "blocking.memory") { Limit = 10 },
            ]
        ),
        new(
            "rest-method",
            "RestMethod.ps1",
            "The same 5,000 tokens against `Invoke-RestMethod` with 300 of them, by call; https with a certificate that neither side checks.",
            [
                new Comparison("Introspection, against Invoke-RestMethod, http", "µs", "http.time", "rest.http.time") { TimesQuicker = 4 },
                new Comparison("… https", "µs", "https.time", "rest.https.time") { TimesQuicker = 15 },
                new Comparison("… http, with -WebSession", "µs", "http.time", "rest.web.time") { TimesQuicker = 2 },
                new Comparison("… https, with -WebSession", "µs", "https.time", "rest.webs.time") { TimesQuicker = 2 },
            ]
        ),
        new(
            "throttle",
            "Throttle.ps1",
            "5,000 tokens with `-ThrottleLimit 32`, and a server that answers after 20 ms: against the limit, 20 ms / 32 for each call, and against `ForEach-Object -Parallel` with 500 of them, by call.",
            [
                new Comparison("-ThrottleLimit 32, against the limit", "µs", "module.time", "limit.time") { RatioLimit = 1 / 0.9 },
                new Comparison("-ThrottleLimit 32, against ForEach-Object -Parallel", "µs", "module.time", "rest.time")
                {
                    TimesQuicker = 5,
                },
            ]
        ),
        new(
            "list",
            "List.ps1",
            "100,000 clients in pages of 100 and the id of each, against `HttpClient` and `JsonDocument`, by client. Growth is how far the working set of the process goes up meanwhile.",
            [
                new Comparison("100,000 clients listed", "µs", "module.time", "rival.time") { RatioLimit = 1.5 },
                new Comparison("Growth, against that with 10,000 clients", "MB", "growth.100000", "growth.10000") { Limit = 30 },
            ]
        ),
        new(
            "change",
            "Change.ps1",
            "The description of 1,000 clients, by client: a list is read, and then each client is read, changed, and sent as a whole, 16 at once.",
            [new Comparison("One field of 1,000 clients changed", "µs", "module.time", "rest.time") { TimesQuicker = 3 }]
        ),
        new(
            "configuration",
            "Configuration.ps1",
            "A service with 10,000 clients, and a server that answers after 20 ms: exported into a new folder and over one, compared with it, and imported with 20 files changed, by client. The rivals make the same calls and do nothing with the answers, but write each client into a file where a folder is new. The checks, of the clients and not of the service, are compared with `Get-AuthleteClient`.",
            [
                new Comparison("10,000 clients exported", "µs", "export.time", "files.time") { RatioLimit = 1.3 },
                new Comparison("… exported again", "µs", "again.time", "list.time") { RatioLimit = 1.3 },
                new Comparison("… compared", "µs", "compare.time", "list.time") { RatioLimit = 1.3 },
                new Comparison("… imported, 20 of them changed", "µs", "import.time", "calls.time") { RatioLimit = 1.3 },
                new Comparison("… checked against the security rules", "µs", "check.time", "clients.time") { RatioLimit = 1.5 },
            ]
        ),
        new(
            "property",
            "Property.ps1",
            "The name of a service as the sandbox has it, with 150 members: parsed and read, and read of a service that was parsed before.",
            [
                new Comparison("A service parsed, one property read", "µs", "parse.module.time", "parse.rival.time") { RatioLimit = 1.5 },
                new Comparison("One property of a service read", "µs", "read.module.time", "read.rival.time") { RatioLimit = 1.5 },
            ]
        ),
    ];
}
