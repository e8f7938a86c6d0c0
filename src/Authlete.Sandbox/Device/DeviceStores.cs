using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Device;

/// <summary>The stores of this folder.</summary>
internal static class DeviceStores
{
    extension(Installation installation)
    {
        public DeviceStore DeviceRequests => installation.Store<DeviceStore>();
    }
}
