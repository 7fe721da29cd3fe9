import type { NeededPorts } from './verdict.ts'

/** What a rule set does to a new connection from outside; `unknown` where rules were met that are not understood. */
export type PortFate = 'open' | 'blocked' | 'unknown'

interface Chain {
  name: string
  isInput: boolean
  policy: 'accept' | 'drop'
  rules: string[]
}

const maxDepth = 8

/**
 * Reads `nft list ruleset` and says what it does to new connections to these ports that come in by `adapter`. Tables
 * with several input chains: a packet must pass them all. Pure.
 */
export function judgeNftables(ruleset: string, ports: NeededPorts, adapter: string): PortFate {
  const tables = splitTables(ruleset)
  const fates = tables.flatMap((chains) =>
    chains.filter(({ isInput }) => isInput).flatMap((chain) => fatesOfPorts(chain, chains, ports, adapter)),
  )
  if (fates.includes('blocked')) return 'blocked'
  return fates.includes('unknown') ? 'unknown' : 'open'
}

function splitTables(ruleset: string): Chain[][] {
  return ruleset
    .split(/^table /m)
    .slice(1)
    .filter((table) => /^(?:inet|ip)\s/.test(table))
    .map((table) =>
      [...table.matchAll(/^\s*chain (\S+) \{\n([\s\S]*?)^\s*\}/gm)].map(([, name = '', body = '']) =>
        toChain(name, body),
      ),
    )
}

function toChain(name: string, body: string): Chain {
  const lines = body.split('\n').map((line) => line.trim())
  const head = lines.find((line) => line.startsWith('type ')) ?? ''
  return {
    name,
    isInput: /\bhook input\b/.test(head),
    policy: /policy drop/.test(head) ? 'drop' : 'accept',
    rules: lines.filter((line) => line !== '' && !line.startsWith('type ') && !line.startsWith('#')),
  }
}

function fatesOfPorts(chain: Chain, chains: Chain[], ports: NeededPorts, adapter: string): PortFate[] {
  const packets = [
    ...ports.tcp.map((port) => ({ protocol: 'tcp', port, adapter })),
    ...ports.udp.map((port) => ({ protocol: 'udp', port, adapter })),
  ]
  return packets.map((packet) => {
    const fate = walk(chain, chains, packet, 0)
    return fate === 'through' ? (chain.policy === 'drop' ? 'blocked' : 'open') : fate
  })
}

interface Packet {
  protocol: string
  port: number
  adapter: string
}

function walk(chain: Chain, chains: Chain[], packet: Packet, depth: number): PortFate | 'through' {
  for (const rule of chain.rules) {
    const match = matches(rule, packet)
    if (match === 'no') continue
    const [, verdict = '', target = ''] = /\b(accept|drop|reject|return|jump|goto)\b\s*(\S*)/.exec(rule) ?? []
    if (verdict === '') continue
    if (match === 'maybe') return 'unknown'
    if (verdict === 'accept') return 'open'
    if (verdict === 'drop' || verdict === 'reject') return 'blocked'
    if (verdict === 'return') return 'through'
    const next = chains.find(({ name }) => name === target)
    if (!next || depth >= maxDepth) return 'unknown'
    const fate = walk(next, chains, packet, depth + 1)
    if (fate !== 'through') return fate
    if (verdict === 'goto') return 'through'
  }
  return 'through'
}

/** Whether a rule is about this packet; `maybe` where it has conditions beyond those that are understood. */
function matches(rule: string, { protocol, port, adapter }: Packet): 'yes' | 'no' | 'maybe' {
  let rest = ` ${rule.replace(/\bcounter packets \d+ bytes \d+/g, '').replace(/\bcomment "[^"]*"/g, '')} `
  let isFor = true
  const take = (pattern: RegExp, fits: (value: string) => boolean): void => {
    rest = rest.replace(pattern, (_, value: string) => {
      isFor &&= fits(value)
      return ' '
    })
  }
  const names = (value: string): string[] =>
    value
      .replace(/[{}"]/g, ' ')
      .split(/[\s,]+/)
      .filter(Boolean)
  take(/\bct state (\{[^}]*\}|\S+)/g, (value) => names(value).includes('new'))
  take(/\biif(?:name)? ((?:!= )?(?:\{[^}]*\}|"[^"]*"|\S+))/g, (value) =>
    value.startsWith('!= ') ? !names(value.slice(3)).includes(adapter) : names(value).includes(adapter),
  )
  take(/\b(?:meta )?l4proto (\{[^}]*\}|\S+)/g, (value) => names(value).includes(protocol))
  take(/\bip protocol (\{[^}]*\}|\S+)/g, (value) => names(value).includes(protocol))
  take(/\btcp dport (\{[^}]*\}|\S+)/g, (value) => protocol === 'tcp' && hasPort(names(value), port))
  take(/\budp dport (\{[^}]*\}|\S+)/g, (value) => protocol === 'udp' && hasPort(names(value), port))
  if (!isFor) return 'no'
  const isOtherProtocol = /\b(?:icmp|icmpv6|ip6|tcp sport|udp sport|sctp)\b/.test(rest)
  if (isOtherProtocol) return 'no'
  const left = rest
    .replace(/\b(?:accept|drop|return|reject(?: with .*)?|(?:jump|goto) \S+|counter|log(?: .*)?)/g, '')
    .trim()
  return left === '' ? 'yes' : 'maybe'
}

function hasPort(values: string[], port: number): boolean {
  return values.some((value) => {
    const [from = '', to = from] = value.split('-')
    return Number(from) <= port && port <= Number(to)
  })
}
