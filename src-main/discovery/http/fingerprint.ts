import type { Fact } from '../fact.ts'

/** What the connection-request port of a neighbour answered; null where nothing listens. */
export interface PortAnswer {
  port: number
  /** HTTP status; null where it took the connection and said nothing that is HTTP. */
  status: number | null
  server: string
  realm: string
}

/** Ports on which boxes listen for connection requests (spec/04 section 1). */
export const fingerprintPorts = [7547, 30005, 58000, 49699] as const

/** Stacks that say by their name what they are. */
const stacks: readonly [RegExp, Partial<Pick<Fact, 'manufacturer' | 'kind'>>][] = [
  [/huawei|echolife|homegateway/i, { manufacturer: 'Huawei' }],
  [/\bzte\b|zxhn|zxv10/i, { manufacturer: 'ZTE' }],
  [/fiberhome/i, { manufacturer: 'FiberHome' }],
  [/fritz!?box|\bavm\b/i, { manufacturer: 'AVM', kind: 'router' }],
  [/rompager|allegro/i, { kind: 'router' }],
  [/stb|iptv|set.?top/i, { kind: 'box' }],
  [/hgw|igd|router|gateway/i, { kind: 'router' }],
]

/** What an answer on such a port means: an open one is worth a row of its own kind. */
export function factOfAnswer(address: string, { server, realm }: PortAnswer, now: number): Fact {
  const words = `${server} ${realm}`
  const known = stacks.filter(([pattern]) => pattern.test(words)).map(([, meaning]) => meaning)
  return {
    source: 'http',
    at: now,
    isAlive: true,
    address,
    services: ['cwmp'],
    ...Object.assign({}, ...known.toReversed()),
  } as Fact
}
