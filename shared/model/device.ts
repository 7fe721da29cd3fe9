import { z } from 'zod'
import { ParameterValue } from './parameter.ts'

/**
 * Where a box is in its life: `seen` by discovery only; `informing` when an Inform arrived and no session was completed
 * yet; `managed` after a completed session; `authFailed` when its last tries were refused for their credentials;
 * `lost` when nothing was heard for longer than its interval allows.
 */
export const DeviceStatus = z.enum(['seen', 'informing', 'managed', 'authFailed', 'lost'])
export type DeviceStatus = z.infer<typeof DeviceStatus>

/** Which data model the root and the parameters of the Inform show (spec/05 section 1). */
export const DataModel = z.enum(['tr098', 'tr181', 'tr106', 'unknown'])
export type DataModel = z.infer<typeof DataModel>

/** One row of the device list. Times are ISO 8601 in UTC. */
export const Device = z.object({
  id: z.string(),
  manufacturer: z.string(),
  oui: z.string(),
  productClass: z.string(),
  serialNumber: z.string(),
  modelName: z.string(),
  softwareVersion: z.string(),
  hardwareVersion: z.string(),
  /** Source address of the box's last contact. */
  address: z.string(),
  dataModel: DataModel,
  status: DeviceStatus,
  firstSeenAt: z.string(),
  lastInformAt: z.string().nullable(),
  /** Raw event codes of the last Inform. */
  lastEvents: z.array(z.string()),
  cwmpVersion: z.string(),
  connectionRequestUrl: z.string(),
  udpConnectionRequestAddress: z.string(),
  /** Seconds; null where the box never said. */
  periodicInformInterval: z.number().nullable(),
  /** A box of the app's own lab, not a real one. */
  virtual: z.boolean(),
  /** True while a CWMP session of this box is open. */
  inSession: z.boolean(),
  note: z.string(),
})
export type Device = z.infer<typeof Device>

/**
 * A device with what its last Inform carried, and the methods that it offers: null until a `methods` job asked. A box may
 * leave out methods that it has, so what is missing may still be tried.
 */
export const DeviceDetail = Device.extend({
  informParameters: z.array(ParameterValue),
  methods: z.array(z.string()).nullable(),
})
export type DeviceDetail = z.infer<typeof DeviceDetail>
