using System;
using System.ComponentModel;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Authlete.Configuration.Folder;

/// <summary>Creates files that only the owner can read. Permissions are set on creation, so that others can't open the file before.</summary>
internal static class PrivateFile
{
    private const int OwnerReadsAndWrites = 0x180; // 0600
    private const uint GenericWrite = 0x40000000;
    private const int CreateNew = 1;
    private const int RevisionOfSddl = 1;

    // A protected ACL without inherited entries; full access for the owner.
    private const string OwnerOnly = "D:P(A;;FA;;;OW)";

    public static void Write(string path, byte[] content)
    {
        using var stream = new FileStream(IsWindows ? CreateOnWindows(path) : CreateOnUnix(path), FileAccess.Write);
        stream.Write(content, 0, content.Length);
    }

    private static bool IsWindows => RuntimeInformation.IsOSPlatform(OSPlatform.Windows);

    private static SafeFileHandle CreateOnUnix(string path)
    {
        var handle = Creat(Encoding.UTF8.GetBytes(path + '\0'), OwnerReadsAndWrites);
        return handle.IsInvalid ? throw Failure(path) : handle;
    }

    private static SafeFileHandle CreateOnWindows(string path)
    {
        if (!ConvertStringSecurityDescriptorToSecurityDescriptor(OwnerOnly, RevisionOfSddl, out var descriptor, IntPtr.Zero))
        {
            throw Failure(path);
        }

        try
        {
            var attributes = new SecurityAttributes { Length = Marshal.SizeOf<SecurityAttributes>(), Descriptor = descriptor };
            var handle = CreateFile(path, GenericWrite, 0, ref attributes, CreateNew, 0, IntPtr.Zero);
            return handle.IsInvalid ? throw Failure(path) : handle;
        }
        finally
        {
            LocalFree(descriptor);
        }
    }

    private static IOException Failure(string path)
    {
        var reason = new Win32Exception(Marshal.GetLastWin32Error());
        return new IOException($"Couldn't create {path}: {reason.Message}", reason);
    }

    [DllImport("libc", EntryPoint = "creat", SetLastError = true)]
    private static extern SafeFileHandle Creat(byte[] path, int mode);

    [DllImport("kernel32", EntryPoint = "CreateFileW", CharSet = CharSet.Unicode, SetLastError = true)]
    private static extern SafeFileHandle CreateFile(
        string path,
        uint access,
        uint share,
        ref SecurityAttributes security,
        int disposition,
        int flags,
        IntPtr template
    );

    [DllImport(
        "advapi32",
        EntryPoint = "ConvertStringSecurityDescriptorToSecurityDescriptorW",
        CharSet = CharSet.Unicode,
        SetLastError = true
    )]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool ConvertStringSecurityDescriptorToSecurityDescriptor(
        string text,
        int revision,
        out IntPtr descriptor,
        IntPtr size
    );

    [DllImport("kernel32")]
    private static extern IntPtr LocalFree(IntPtr memory);

    [StructLayout(LayoutKind.Sequential)]
    private struct SecurityAttributes
    {
        public int Length;
        public IntPtr Descriptor;
        public int InheritHandle;
    }
}
