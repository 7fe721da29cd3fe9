import { randomUUID } from 'node:crypto'
import type { Device } from '#shared/model/device.ts'
import type { OperatorSettings, PendingHandOver } from '#shared/model/pointing.ts'
import type { OperatorValues } from './operator-values.ts'

/** The part of the store that this needs. */
export interface OperatorRecords {
  list(): OperatorSettings[]
  set(settings: OperatorSettings): void
}

export interface OperatorsDeps {
  records: OperatorRecords
  devices: () => readonly Device[]
  onChange: (pending: PendingHandOver[]) => void
}

/** Who the box is: by its id once it informed, by its serial number before. */
export type Whose = Pick<Device, 'serialNumber'> & { deviceId: string | null }

/** A box that was silent for so long is not standing in front of the technician any more. */
const pendingForMs = 24 * 3_600_000

/** What stood in boxes before they were changed for this laptop, and which of them still wait to be handed over. */
export class Operators {
  readonly #deps: OperatorsDeps

  constructor(deps: OperatorsDeps) {
    this.#deps = deps
  }

  /** Remembers values before the first change; what is remembered already stays, until the box was handed over. */
  remember(whose: Whose, values: OperatorValues, source: OperatorSettings['source']): void {
    if (Object.keys(values).length === 0) return
    const known = this.find(whose)
    const isSameVisit = known !== null && known.handedOverAt === null
    this.#deps.records.set({
      id: known?.id ?? randomUUID(),
      deviceId: whose.deviceId ?? known?.deviceId ?? null,
      serialNumber: whose.serialNumber,
      values: isSameVisit ? { ...values, ...known.values } : { ...values },
      source: isSameVisit ? known.source : source,
      takenAt: isSameVisit ? known.takenAt : new Date().toISOString(),
      handedOverAt: null,
    })
    this.#deps.onChange(this.pending())
  }

  /** The box is the operator's again. */
  handedOver(whose: Whose): void {
    const known = this.find(whose)
    const now = new Date().toISOString()
    this.#deps.records.set({
      ...(known ?? { id: randomUUID(), values: {}, source: 'cwmp', takenAt: now, ...whose }),
      handedOverAt: now,
    })
    this.#deps.onChange(this.pending())
  }

  find({ deviceId, serialNumber }: Whose): OperatorSettings | null {
    const all = this.#deps.records.list()
    const byId = all.find((one) => deviceId !== null && one.deviceId === deviceId)
    const bySerial = all.find((one) => serialNumber !== '' && one.serialNumber === serialNumber)
    return byId ?? bySerial ?? null
  }

  /** Real boxes that informed lately and were not handed over since. */
  pending(): PendingHandOver[] {
    return this.#deps.devices().flatMap((device) => {
      const { id: deviceId, serialNumber, modelName, lastInformAt, virtual } = device
      if (virtual || lastInformAt === null || Date.now() - Date.parse(lastInformAt) > pendingForMs) return []
      const known = this.find({ deviceId, serialNumber })
      if ((known?.handedOverAt ?? '') > lastInformAt) return []
      const operatorUrl = known?.handedOverAt === null ? (known.values.URL ?? '') : ''
      return [{ deviceId, serialNumber, modelName, lastInformAt, operatorUrl }]
    })
  }
}
