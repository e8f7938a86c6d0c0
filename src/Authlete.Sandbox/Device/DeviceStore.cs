using System;
using System.Collections.Concurrent;
using System.Collections.Generic;

namespace Authlete.Sandbox.Device;

/// <summary>The pending device authorization requests, by either code.</summary>
internal sealed class DeviceStore
{
    private readonly ConcurrentDictionary<string, DeviceRequest> _byDeviceCode = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DeviceRequest> _byUserCode = new(StringComparer.Ordinal);

    public DeviceRequest? ByDeviceCode(string code) => _byDeviceCode.GetValueOrDefault(code);

    public DeviceRequest? ByUserCode(string code) => _byUserCode.GetValueOrDefault(code);

    /// <summary>False if the user code is in use.</summary>
    public bool TryAdd(DeviceRequest request)
    {
        if (!_byUserCode.TryAdd(request.UserCode, request))
        {
            return false;
        }

        _byDeviceCode[request.DeviceCode] = request;
        return true;
    }

    /// <summary>Removes the request. Only one of several parallel calls returns true.</summary>
    public bool TryTake(DeviceRequest request)
    {
        _byUserCode.TryRemove(request.UserCode, out _);
        return _byDeviceCode.TryRemove(request.DeviceCode, out _);
    }
}
