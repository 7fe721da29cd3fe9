import type { Device, DeviceDetail } from '#shared/model/device.ts'
import type { ParameterValue } from '#shared/model/parameter.ts'
import type { Database } from './database.ts'
import { noSealing, type Sealing } from './sealing.ts'
import { sqlOf } from './sql.ts'
import { type Columns, createTable, flag, json, packedJson, plain } from './table.ts'

/** The boxes that were ever seen. `inSession` is not kept: nothing is in a session when the app starts. */
export interface DeviceStore {
  /** The latest to inform first. */
  list(): Device[]
  get(id: string): DeviceDetail | null
  /** Writes the whole device and what its Inform carried. */
  upsert(device: Device, informParameters: ParameterValue[]): void
  /** Changes the given fields; does nothing where the device was forgotten meanwhile. */
  update(id: string, patch: Partial<Device>): void
  /** What the box's GetRPCMethods listed. */
  setMethods(id: string, methods: string[]): void
  remove(id: string): void
}

const columns: Columns<Omit<Device, 'inSession'>> = {
  id: plain(),
  manufacturer: plain(),
  oui: plain(),
  productClass: plain(),
  serialNumber: plain(),
  modelName: plain(),
  softwareVersion: plain(),
  hardwareVersion: plain(),
  address: plain(),
  dataModel: plain(),
  status: plain(),
  firstSeenAt: plain(),
  lastInformAt: plain(),
  lastEvents: json<string[]>([]),
  cwmpVersion: plain(),
  connectionRequestUrl: plain(),
  udpConnectionRequestAddress: plain(),
  periodicInformInterval: plain(),
  virtual: flag,
  note: plain(),
}

const methodsColumn = json<string[] | null>(null)

/** Devices in the table `devices`. */
export function createDeviceStore(db: Database, sealing: Sealing = noSealing): DeviceStore {
  const informParameterColumn = packedJson<ParameterValue[]>([], sealing)
  const sql = sqlOf(db)
  const devices = createTable(db, 'devices', columns)
  const outside = { inSession: false }
  return {
    list: () =>
      devices.select('ORDER BY last_inform_at DESC, first_seen_at DESC').map((device) => ({ ...device, ...outside })),
    get(id) {
      const device = devices.get(id)
      if (device === null) return null
      const row = sql.get('SELECT inform_parameters, methods FROM devices WHERE id = ?', id)
      return {
        ...device,
        ...outside,
        informParameters: informParameterColumn.decode(row?.inform_parameters ?? null),
        methods: methodsColumn.decode(row?.methods ?? null),
      }
    },
    upsert(device, informParameters) {
      devices.upsert(device, { inform_parameters: informParameterColumn.encode(informParameters) })
    },
    setMethods: (id, methods) => void devices.update(id, {}, { methods: methodsColumn.encode(methods) }),
    update: (id, patch) => void devices.update(id, patch),
    remove: (id) => void devices.remove(id),
  }
}
