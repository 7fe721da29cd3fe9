import type { NeighbourService } from '#shared/model/discovery.ts'

/** One service of a device description, its URLs made absolute. */
export interface UpnpService {
  type: string
  controlUrl: string
  scpdUrl: string
}

/** What a UPnP or TR-064 device description says of the root device (UPnP Device Architecture 1.1, 2.3). */
export interface Description {
  deviceType: string
  name: string
  manufacturer: string
  model: string
  serial: string
  services: UpnpService[]
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const maxServices = 64

/**
 * Reads a description by its end tags, not as XML: minidlna leaves `&` and `<` of its name unescaped (wire.md 34).
 * The root device's own fields are the first of their name; the services are those of all its devices. Never throws.
 */
export function parseDescription(text: string, location: string): Description | null {
  const from = text.search(/<(?:\w+:)?device\b/i)
  if (from < 0) return null
  const body = text.slice(from)
  const field = (name: string): string => contentOf(body, name)
  const base = URL.parse(contentOf(text.slice(0, from), 'URLBase') || location)?.href ?? location
  return {
    deviceType: field('deviceType'),
    name: field('friendlyName'),
    manufacturer: field('manufacturer'),
    model: [field('modelName'), field('modelNumber')].find((one) => one !== '') ?? '',
    serial: field('serialNumber'),
    services: blocksOf(body, 'service').map((block) => ({
      type: contentOf(block, 'serviceType'),
      controlUrl: absolute(contentOf(block, 'controlURL'), base),
      scpdUrl: absolute(contentOf(block, 'SCPDURL'), base),
    })),
  }
}

/** The TR-064 service by which the ACS URL is set; undefined where the device has none. */
export function managementServiceOf({ services }: Description): UpnpService | undefined {
  return services.find(({ type }) => /^urn:dslforum-org:service:ManagementServer:\d+$/i.test(type))
}

/** What the description means for us. */
export function meaningOf(description: Description): { kind?: 'box' | 'router'; services: NeighbourService[] } {
  const types = [description.deviceType, ...description.services.map(({ type }) => type)].join(' ')
  const isGateway = /InternetGatewayDevice|WANConnectionDevice/i.test(types)
  const isMedia = /MediaRenderer|MediaServer|AVTransport|ContentDirectory/i.test(types)
  const services: NeighbourService[] = [
    ...(managementServiceOf(description) ? (['tr064'] as const) : []),
    ...(isGateway ? (['igd'] as const) : []),
    ...(isMedia ? (['media'] as const) : []),
  ]
  // Any television or computer renders media: only a gateway says what it is.
  return isGateway ? { kind: 'router', services } : { services }
}

function contentOf(text: string, name: string): string {
  const match = new RegExp(`<(?:\\w+:)?${name}(?:\\s[^>]*)?>([\\s\\S]{0,1024}?)</(?:\\w+:)?${name}\\s*>`, 'i').exec(
    text,
  )
  const raw = (match?.[1] ?? '').replace(/^\s*<!\[CDATA\[([\s\S]*)\]\]>\s*$/, '$1')
  return raw
    .replace(/&(amp|lt|gt|quot|apos);/g, (_, entity: string) => entities[entity] ?? '')
    .replace(/&#(x[0-9a-f]{1,6}|\d{1,7});/gi, (whole, digits: string) => characterOf(digits) ?? whole)
    .replace(/\s+/g, ' ')
    .trim()
}

function characterOf(digits: string): string | undefined {
  const code = /^x/i.test(digits) ? Number.parseInt(digits.slice(1), 16) : Number(digits)
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined
}

function blocksOf(text: string, name: string): string[] {
  const parts = text.split(new RegExp(`<(?:\\w+:)?${name}(?:\\s[^>]*)?>`, 'i')).slice(1, maxServices + 1)
  return parts.map((part) => part.slice(0, 4096))
}

function absolute(path: string, base: string): string {
  return path === '' ? '' : (URL.parse(path, base)?.href ?? '')
}
