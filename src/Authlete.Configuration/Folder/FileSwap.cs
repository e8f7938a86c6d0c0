using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Authlete.Configuration.Folder;

/// <summary>
/// Writes files beside those that are there, and puts them in place at the end: all or none. A disk that fills up leaves everything
/// as it was.
/// </summary>
internal sealed class FileSwap : IDisposable
{
    private readonly FolderFiles _files;
    private readonly FolderFiles _staged;
    private readonly FolderFiles _former;
    private readonly bool _isNewFolder;
    private readonly List<(string File, bool IsPrivate)> _writes = [];
    private readonly List<string> _removals = [];
    private readonly Stack<Action> _undo = new();

    public FileSwap(FolderFiles files)
    {
        _files = files;
        _isNewFolder = !Directory.Exists(files.Path);
        var folder = Path.Combine(files.Path, ".export-" + Guid.NewGuid().ToString("N"));
        _staged = new FolderFiles(Path.Combine(folder, "new"));
        _former = new FolderFiles(Path.Combine(folder, "former"));
        Try(() => Directory.CreateDirectory(_staged.Path));
    }

    /// <summary>Writes a file beside those that are there.</summary>
    public void Write(string file, byte[] content, bool isPrivate = false)
    {
        Try(() => WriteNew(file, content, isPrivate));
        _writes.Add((file, isPrivate));
    }

    /// <summary>Keeps content until it is known which file it belongs to.</summary>
    public void Keep(string name, byte[] content) => Try(() => WriteNew(name, content, isPrivate: false));

    /// <summary>The content that was kept.</summary>
    public byte[] Take(string name) => File.ReadAllBytes(_staged.FullName(name));

    public void Remove(string file) => _removals.Add(file);

    /// <summary>Puts the files in place.</summary>
    /// <returns>Their full names.</returns>
    public IReadOnlyList<string> Commit()
    {
        Try(() =>
        {
            try
            {
                _writes.ForEach(write => Put(write.File, write.IsPrivate));
                _removals.ForEach(SetAside);
                _undo.Clear();
            }
            finally
            {
                // Empty if all went well.
                while (_undo.Count > 0)
                {
                    _undo.Pop()();
                }
            }
        });
        return [.. _writes.Select(write => _files.FullName(write.File))];
    }

    /// <summary>Removes what is beside the files.</summary>
    public void Dispose()
    {
        try
        {
            Directory.Delete(Path.GetDirectoryName(_staged.Path)!, recursive: true);
            if (_isNewFolder && !Directory.EnumerateFileSystemEntries(_files.Path).Any())
            {
                Directory.Delete(_files.Path);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What is left over is hidden, and harms nothing.
        }
    }

    private void WriteNew(string file, byte[] content, bool isPrivate)
    {
        var path = _staged.FullName(file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (isPrivate)
        {
            PrivateFile.Write(path, content);
        }
        else
        {
            File.WriteAllBytes(path, content);
        }
    }

    private void Put(string file, bool isPrivate)
    {
        var (path, staged) = (_files.FullName(file), _staged.FullName(file));
        if (!isPrivate && File.Exists(path) && File.ReadAllBytes(path).SequenceEqual(File.ReadAllBytes(staged)))
        {
            return;
        }

        if (!isPrivate && File.Exists(path))
        {
            // At no time is there no file. Not for a private one: Windows would give it the permissions of the former.
            var former = PathOfFormer(file);
            File.Replace(staged, path, former, ignoreMetadataErrors: true);
            _undo.Push(() => File.Replace(former, path, null, ignoreMetadataErrors: true));
            return;
        }

        SetAside(file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Move(staged, path);
        _undo.Push(() => File.Delete(path));
    }

    private void SetAside(string file)
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
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
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
                $"{_files.Path} can't be written, and is as it was before: {e.Message}"
            );
        }
    }
}
