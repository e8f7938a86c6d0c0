using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Device;

/// <summary>What the installation keeps for this folder.</summary>
internal static class DeviceStores
{
    extension(Installation installation)
    {
        public DeviceStore DeviceRequests => installation.Store<DeviceStore>();
    }
}
