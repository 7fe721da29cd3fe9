/** Fibre: optical power and its limits. */
export const optics = `
@ optical tr181=Device.Optical.Interface.{i}.
enable Enable | bool rw | 光口启用 | Optical port on | 光口是否启用。 | Whether the optical port is used.
status Status | string {Up,Down,Unknown,Dormant,NotPresent,LowerLayerDown,Error} | 光口状态 | Optical port state | Down 时先看收光功率。 | Down: look at the received power first.
name Name | string(64) | 光口名称 | Optical port | 系统内部的接口名。 | Name inside the box.
upstream Upstream | bool | 光口为上行 | Faces the network | 是否为上行光口。 | Whether it is the uplink.
lastChange LastChange | uint [s] | 光口状态保持时间 | In this state for | 经常归零说明光路在闪断。 | Often back at zero: the light comes and goes.
received OpticalSignalLevel | int [0.001 dBm] | 收光功率 | Received power | 正常约 -8 到 -27 dBm，更低先清洁光纤接头。 | Good from about -8 to -27 dBm; below, clean the connectors.
receivedLow LowerOpticalThreshold | int [0.001 dBm] | 收光下限 | Received power: lower limit | 低于此值告警。 | An alarm below this.
receivedHigh UpperOpticalThreshold | int [0.001 dBm] | 收光上限 | Received power: upper limit | 高于此值告警，需加衰减。 | An alarm above this: add an attenuator.
sent TransmitOpticalLevel | int [0.001 dBm] | 发光功率 | Transmitted power | 正常约 0.5 到 5 dBm。 | Good from about 0.5 to 5 dBm.
sentLow LowerTransmitPowerThreshold | int [0.001 dBm] | 发光下限 | Transmitted power: lower limit | 低于此值可能光模块老化。 | Below this the module may be worn out.
sentHigh UpperTransmitPowerThreshold | int [0.001 dBm] | 发光上限 | Transmitted power: upper limit | 高于此值光模块异常。 | Above this the module is faulty.
+ counters.traffic | 光口 | Optical port
+ counters.errors | 光口 | Optical port

@ epon gw=InternetGatewayDevice.WANDevice.{i}.X_CT-COM_EponInterfaceConfig.
bytesReceived Stats.BytesReceived | uint [B] | EPON 接收字节数 | EPON bytes received | EPON 下行累计接收的数据量。 | All that was received over EPON.
bytesSent Stats.BytesSent | uint [B] | EPON 发送字节数 | EPON bytes sent | EPON 上行累计发送的数据量。 | All that was sent over EPON.
`
