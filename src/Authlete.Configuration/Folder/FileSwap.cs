using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace Authlete.Configuration.Folder;

/// <summary>
/// Writes all files of a folder or none: it writes temporary files, and renames them at the end. If the disk fills up, the existing
/// files are unchanged.
/// </summary>
internal sealed class FileSwap : IDisposable
{
    private readonly FolderFiles _files;
    private readonly FolderFiles _staged;
    private readonly FolderFiles _former;
    private readonly bool _isNewFolder;
    private readonly List<(string File, bool IsPrivate)> _writes = [];
    private readonly List<string> _names = [];
    private readonly List<string> _removals = [];
    private readonly Stack<Action> _undo = new();
    private readonly HashSet<string> _made = new(StringComparer.Ordinal);
    private FileStream? _kept;

    public FileSwap(FolderFiles files)
    {
        _files = files;
        _isNewFolder = !Directory.Exists(files.Path);
        var folder = Path.Combine(files.Path, ".export-" + Guid.NewGuid().ToString("N"));
        _staged = new FolderFiles(Path.Combine(folder, "new"));
        _former = new FolderFiles(Path.Combine(folder, "former"));
        Try(() => Directory.CreateDirectory(_staged.Path));
    }

    /// <summary>Writes a temporary file, unless the existing file has the same content.</summary>
    public void Write(string file, byte[] content, bool isPrivate = false)
    {
        Try(() =>
        {
            var path = _files.FullName(file);
            if (isPrivate || _isNewFolder || !File.Exists(path) || !File.ReadAllBytes(path).SequenceEqual(content))
            {
                WriteNew(file, content, isPrivate);
                _writes.Add((file, isPrivate));
            }
        });
        _names.Add(file);
    }

    /// <summary>Whether the folder is new, so that there are no files to keep.</summary>
    public bool IsNewFolder => _isNewFolder;

    /// <summary>Writes a temporary file whose final name isn't known yet.</summary>
    public void WriteUnnamed(long number, byte[] content) => Try(() => WriteNew(UnnamedFile(number), content, isPrivate: false));

    /// <summary>Sets the final name of such a file.</summary>
    public void Name(long number, string file)
    {
        Try(() =>
        {
            CreateParentFolder(_staged.FullName(file));
            File.Move(_staged.FullName(UnnamedFile(number)), _staged.FullName(file));
        });
        _writes.Add((file, false));
        _names.Add(file);
    }

    /// <summary>Stores content until the name of its file is known.</summary>
    /// <returns>The location of the content.</returns>
    public (long Start, int Length) Keep(byte[] content)
    {
        var start = _kept?.Length ?? 0;
        Try(() =>
        {
            _kept ??= new FileStream(Path.Combine(_staged.Path, "kept"), FileMode.CreateNew, FileAccess.ReadWrite);
            _kept.Position = start;
            _kept.Write(content, 0, content.Length);
        });
        return (start, content.Length);
    }

    /// <summary>Returns stored content.</summary>
    public byte[] Take((long Start, int Length) place)
    {
        var content = new byte[place.Length];
        Try(() =>
        {
            _kept!.Position = place.Start;
            for (var read = 0; read < content.Length; )
            {
                read += _kept.Read(content, read, content.Length - read) is > 0 and var count ? count : throw new EndOfStreamException();
            }
        });
        return content;
    }

    public void Remove(string file) => _removals.Add(file);

    /// <summary>Replaces the existing files with the temporary ones.</summary>
    /// <returns>The full paths of the files.</returns>
    public IReadOnlyList<string> Commit()
    {
        Try(() =>
        {
            try
            {
                MoveClientsFolder();
                _writes.ForEach(write => Replace(write.File, write.IsPrivate));
                _removals.ForEach(MoveAside);
                _undo.Clear();
            }
            finally
            {
                // Empty if everything succeeded.
                while (_undo.Count > 0)
                {
                    _undo.Pop()();
                }
            }
        });
        return [.. _names.Select(_files.FullName)];
    }

    /// <summary>Removes temporary files.</summary>
    public void Dispose()
    {
        try
        {
            _kept?.Dispose();
            Directory.Delete(Path.GetDirectoryName(_staged.Path)!, recursive: true);
            if (_isNewFolder && !Directory.EnumerateFileSystemEntries(_files.Path).Any())
            {
                Directory.Delete(_files.Path);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The remaining files are hidden and harmless.
        }
    }

    private void WriteNew(string file, byte[] content, bool isPrivate)
    {
        var path = _staged.FullName(file);
        CreateParentFolder(path);
        if (isPrivate)
        {
            PrivateFile.Write(path, content);
        }
        else
        {
            File.WriteAllBytes(path, content);
        }
    }

    private void CreateParentFolder(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        if (_made.Add(folder))
        {
            Directory.CreateDirectory(folder);
        }
    }

    private static string UnnamedFile(long number) => "unnamed/" + number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Moves all client files of a new folder in one step.</summary>
    private void MoveClientsFolder()
    {
        var (path, staged) = (_files.FullName(FolderFiles.ClientsFolder), _staged.FullName(FolderFiles.ClientsFolder));
        if (!Directory.Exists(path) && Directory.Exists(staged))
        {
            Directory.Move(staged, path);
            _undo.Push(() => Directory.Move(path, staged));
            _writes.RemoveAll(write => FolderFiles.IsClientFile(write.File));
        }
    }

    private void Replace(string file, bool isPrivate)
    {
        var (path, staged) = (_files.FullName(file), _staged.FullName(file));
        if (!isPrivate && File.Exists(path))
        {
            // Replace atomically, so that the file always exists. Not for private files: on Windows, they would get the old file's permissions.
            var former = PathOfFormer(file);
            File.Replace(staged, path, former, ignoreMetadataErrors: true);
            _undo.Push(() => File.Replace(former, path, null, ignoreMetadataErrors: true));
            return;
        }

        MoveAside(file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Move(staged, path);
        _undo.Push(() => File.Delete(path));
    }

    private void MoveAside(string file)
    {
        var path = _files.FullName(file);
        if (File.Exists(path))
        {
            var former = PathOfFormer(file);
            File.Move(path, former);
            _undo.Push(() => File.Move(former, path));
        }
    }

    private string PathOfFormer(string file)
    {
        var path = _former.FullName(file);
        CreateParentFolder(path);
        return path;
    }

    private void Try(Action step)
    {
        try
        {
            step();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new ConfigurationException(
                ConfigurationProblem.NotWritable,
                $"{_files.Path} couldn't be written and is unchanged: {e.Message}"
            );
        }
    }
}
