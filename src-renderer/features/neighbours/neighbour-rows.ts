import type { Neighbour, NextStep } from '#shared/model/discovery.ts'
import type { Route } from '../../stores/route.ts'

/** What a neighbour is called: the best word that anything on the wire said about it. */
export function neighbourName({ model, name, manufacturer, vendor, addresses, mac }: Neighbour): string {
  return model || name || manufacturer || vendor || addresses[0] || mac
}

/** What is said of it in the second line: maker, its own name, serial number. */
export function neighbourDetail(neighbour: Neighbour): string {
  const title = neighbourName(neighbour)
  const parts = [
    neighbour.manufacturer || neighbour.vendor,
    neighbour.name,
    neighbour.serial,
    neighbour.softwareVersion,
  ]
  return [...new Set(parts)].filter((part) => part !== '' && part !== title).join(' · ')
}

/** The rows in the order of the last refresh, newcomers at the end: nothing moves under the cursor. */
export function stableNeighbours(neighbours: readonly Neighbour[], order: readonly string[]): Neighbour[] {
  const byKey = new Map(neighbours.map((neighbour) => [neighbour.key, neighbour]))
  const ordered = new Set(order)
  return [...order.flatMap((key) => byKey.get(key) ?? []), ...neighbours.filter(({ key }) => !ordered.has(key))]
}

const urgency: readonly NextStep[] = [
  'fixLogin',
  'answerDhcp',
  'wake',
  'setByTr064',
  'setByHand',
  'wait',
  'open',
  'identify',
]

/** The order that a refresh gives: first who needs something, what nobody knows last; then by address. */
export function freshNeighbourOrder(neighbours: readonly Neighbour[]): string[] {
  const rank = ({ nextStep }: Neighbour) => urgency.indexOf(nextStep)
  return [...neighbours]
    .sort((a, b) => rank(a) - rank(b) || addressKey(a).localeCompare(addressKey(b)) || a.key.localeCompare(b.key))
    .map(({ key }) => key)
}

/** `192.168.1.9` before `192.168.1.10`. */
function addressKey({ addresses }: Neighbour): string {
  return (addresses[0] ?? '~')
    .split('.')
    .map((part) => part.padStart(3, '0'))
    .join('.')
}

/** Whether a neighbour has every word of the filter somewhere in its row. */
export function matchesNeighbour(neighbour: Neighbour, filter: string): boolean {
  const { addresses, mac, vendor, name, manufacturer, model, serial } = neighbour
  const searched = [...addresses, mac, vendor, name, manufacturer, model, serial].join('\n').toLowerCase()
  return filter
    .toLowerCase()
    .split(/\s+/)
    .every((word) => searched.includes(word))
}

/** Where the next step is done; null where it is done on the spot: the wire is asked what this is. */
export function placeOfStep({ key, deviceId, nextStep }: Neighbour): Route | null {
  const device: Route | null = deviceId === null ? null : { page: 'device', id: deviceId }
  switch (nextStep) {
    case 'open':
      return device
    case 'wait':
      return device ?? { page: 'trace' }
    case 'fixLogin':
      return { page: 'settings', focus: 'login' }
    case 'wake':
      return device ?? { page: 'reach', tab: 'pointing', neighbourKey: key }
    case 'setByTr064':
    case 'setByHand':
    case 'answerDhcp':
      return { page: 'reach', tab: 'pointing', neighbourKey: key }
    case 'identify':
      return null
  }
}
