import type { Device } from '#shared/model/device.ts'

/**
 * The rows of the list in an order that does not change under the cursor: first those of `order` (as it was at the last
 * refresh), then the newcomers as they came.
 */
export function stableRows(devices: Readonly<Record<string, Device>>, order: readonly string[]): Device[] {
  const ordered = new Set(order)
  const kept = order.flatMap((id) => devices[id] ?? [])
  return [...kept, ...newcomers(devices, ordered)]
}

function newcomers(devices: Readonly<Record<string, Device>>, ordered: ReadonlySet<string>): Device[] {
  return Object.values(devices)
    .filter(({ id }) => !ordered.has(id))
    .sort((a, b) => a.firstSeenAt.localeCompare(b.firstSeenAt))
}

/** The order that a refresh gives: who was heard of last stands first. */
export function freshOrder(devices: Readonly<Record<string, Device>>): string[] {
  return Object.values(devices)
    .sort((a, b) => heardAt(b).localeCompare(heardAt(a)) || a.id.localeCompare(b.id))
    .map(({ id }) => id)
}

function heardAt({ lastInformAt, firstSeenAt }: Device): string {
  return lastInformAt ?? firstSeenAt
}

/** Whether a box has every word of the filter somewhere in its row or note. */
export function matchesFilter(device: Device, filter: string): boolean {
  const { manufacturer, productClass, modelName, serialNumber, oui, address, softwareVersion, note, lastEvents } =
    device
  const searched = [
    manufacturer,
    productClass,
    modelName,
    serialNumber,
    oui,
    address,
    softwareVersion,
    note,
    ...lastEvents,
  ]
    .join('\n')
    .toLowerCase()
  return filter
    .toLowerCase()
    .split(/\s+/)
    .every((word) => searched.includes(word))
}
