using System;
using System.Globalization;
using System.Text;
using System.Threading.Tasks;

namespace Authlete.Shell;

internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        // Read when the engine's first type is initialised, so it has to come before any use of it.
        Environment.SetEnvironmentVariable("POWERSHELL_TELEMETRY_OPTOUT", "1");
        if (OperatingSystem.IsWindows())
            Console.OutputEncoding = Encoding.UTF8;
        if (CultureInfo.CurrentCulture.Equals(CultureInfo.InvariantCulture))
            UseEnglish();

        ShellOptions options;
        try
        {
            options = ShellOptions.Parse(args);
        }
        catch (UsageException e)
        {
            await Console.Error.WriteLineAsync($"{e.Message} (-Help shows the options)");
            return ExitCodes.Usage;
        }

        if (options.Help)
        {
            await Console.Out.WriteAsync(HelpText.Text);
            return ExitCodes.Success;
        }

        return await ShellSession.RunAsync(options);
    }

    // Where no culture is set, as in a container, the engine breaks lines within words.
    private static void UseEnglish()
    {
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-US");
        }
        catch (CultureNotFoundException)
        {
            // Without ICU there is only the invariant one.
        }
    }
}
