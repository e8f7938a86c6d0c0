using System.Collections.Generic;
using System.Linq;
using Authlete.ApiClient.Json;
using Authlete.Configuration.Fields;
using Authlete.Configuration.Folder;
using Authlete.Configuration.Json;
using Authlete.Configuration.Merging;

namespace Authlete.Configuration.Planning;

/// <summary>Checks conditions that involve several files, or a file and the server.</summary>
internal static class PlanChecks
{
    /// <summary>Returns the problems of merging the key sets of the service's file into those of the server.</summary>
    public static IEnumerable<ConfigurationException> FindKeyProblems(ConfigurationObject? file, ConfigurationObject? live) =>
        file is null || live is null
            ? []
            : file
                .Secrets.Where(member => FieldKinds.Of(JsonShape.Of(file.Type), member.Key) == FieldKind.KeySet)
                .SelectMany(member =>
                    KeySets
                        .FindProblems(KeySets.Read(live.Secrets.Find(member.Key)), member.Value as JsonMembers ?? [])
                        .Select(problem => FolderFiles.Invalid(FolderFiles.Service, member.Key + " " + problem))
                );
}
