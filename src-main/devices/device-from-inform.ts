import { dataModelOf } from '#shared/cwmp/paths.ts'
import type { Device } from '#shared/model/device.ts'
import type { Inform } from '../cwmp/codec/messages.ts'

export interface InformContext {
  id: string
  address: string
  cwmpVersion: string
  virtual: boolean
  now: string
}

/** A device's row after an Inform: what it says now wins, what it leaves out stays. */
export function deviceFromInform(inform: Inform, known: Device | null, context: InformContext): Device {
  const value = (suffix: string): string | undefined =>
    inform.parameters.find(({ name }) => name.endsWith(`.${suffix}`))?.value
  const interval = Number(value('ManagementServer.PeriodicInformInterval'))
  const dataModel = dataModelOf(inform.parameters.map(({ name }) => name))
  return {
    id: context.id,
    manufacturer: inform.deviceId.manufacturer,
    oui: inform.deviceId.oui,
    productClass: inform.deviceId.productClass,
    serialNumber: inform.deviceId.serialNumber,
    modelName: value('DeviceInfo.ModelName') || known?.modelName || inform.deviceId.productClass,
    softwareVersion: value('DeviceInfo.SoftwareVersion') ?? known?.softwareVersion ?? '',
    hardwareVersion: value('DeviceInfo.HardwareVersion') ?? known?.hardwareVersion ?? '',
    address: context.address,
    dataModel: dataModel === 'unknown' ? (known?.dataModel ?? dataModel) : dataModel,
    status: known?.status === 'managed' ? 'managed' : 'informing',
    firstSeenAt: known?.firstSeenAt ?? context.now,
    lastInformAt: context.now,
    lastEvents: inform.events.map(({ code }) => code),
    cwmpVersion: context.cwmpVersion,
    connectionRequestUrl: value('ManagementServer.ConnectionRequestURL') ?? known?.connectionRequestUrl ?? '',
    udpConnectionRequestAddress:
      value('ManagementServer.UDPConnectionRequestAddress') ?? known?.udpConnectionRequestAddress ?? '',
    periodicInformInterval: interval > 0 ? interval : (known?.periodicInformInterval ?? null),
    virtual: context.virtual,
    inSession: true,
    note: known?.note ?? '',
  }
}
