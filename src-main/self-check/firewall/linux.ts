import { readFile } from 'node:fs/promises'
import { runCommand } from '../../util/run-command.ts'
import { judgeNftables } from './nftables.ts'
import type { FirewallVerdict, NeededPorts } from './verdict.ts'

/** The firewall of this Linux: the front end that rules it where there is one, else the kernel's rules themselves. */
export async function readLinuxFirewall(ports: NeededPorts, adapter: string): Promise<FirewallVerdict> {
  return (await readFirewalld(ports, adapter)) ?? (await readUfw(ports, adapter)) ?? (await readKernel(ports, adapter))
}

async function readFirewalld(ports: NeededPorts, adapter: string): Promise<FirewallVerdict | null> {
  const state = await runCommand('firewall-cmd', ['--state'])
  if (state.kind !== 'done' || !state.stdout.startsWith('running')) return null
  const asked = await runCommand('firewall-cmd', [`--get-zone-of-interface=${adapter}`])
  const zoneArgs = asked.kind === 'done' ? [`--zone=${asked.stdout.trim()}`] : []
  const command = firewalldCommand(ports, asked.kind === 'done' ? asked.stdout.trim() : '')
  const zone = await runCommand('firewall-cmd', [...zoneArgs, '--list-all'])
  if (zone.kind !== 'done') return { kind: 'unreadable', name: 'firewalld', command }
  return judgeFirewalld(zone.stdout, ports, command)
}

/** Reads `firewall-cmd --list-all` of the adapter's zone. Pure. */
export function judgeFirewalld(listing: string, ports: NeededPorts, command: string): FirewallVerdict {
  const field = (name: string): string => new RegExp(`^\\s*${name}: *(.*)$`, 'm').exec(listing)?.[1]?.trim() ?? ''
  const zone = /^(\S+)/.exec(listing)?.[1] ?? ''
  const open = field('ports').split(/\s+/)
  const isOpen = (port: number, protocol: string): boolean =>
    open.some((text) => {
      const [range = '', kind] = text.split('/')
      const [from = '', to = from] = range.split('-')
      return kind === protocol && Number(from) <= port && port <= Number(to)
    })
  const areOpen = ports.tcp.every((port) => isOpen(port, 'tcp')) && ports.udp.every((port) => isOpen(port, 'udp'))
  return field('target') === 'ACCEPT' || areOpen
    ? { kind: 'open', name: 'firewalld' }
    : { kind: 'blocked', name: 'firewalld', zone, command }
}

function firewalldCommand({ tcp, udp }: NeededPorts, zone: string): string {
  const opened = [...tcp.map((port) => `--add-port=${port}/tcp`), ...udp.map((port) => `--add-port=${port}/udp`)]
  return ['sudo firewall-cmd', ...(zone === '' ? [] : [`--zone=${zone}`]), ...opened].join(' ')
}

async function readUfw(ports: NeededPorts, adapter: string): Promise<FirewallVerdict | null> {
  const config = await readFile('/etc/ufw/ufw.conf', 'utf8').catch(() => '')
  if (!/^ENABLED=yes/im.test(config)) return null
  const status = await runCommand('ufw', ['status', 'verbose'])
  const command = ufwCommand(ports, adapter)
  return status.kind === 'done'
    ? judgeUfw(status.stdout, ports, adapter, command)
    : { kind: 'unreadable', name: 'ufw', command }
}

/** Reads `ufw status verbose`. Pure. */
export function judgeUfw(status: string, ports: NeededPorts, adapter: string, command: string): FirewallVerdict {
  if (!/^Status: active/m.test(status)) return { kind: 'none' }
  const rules = [...status.matchAll(/^(\S+(?: on \S+)?)\s+ALLOW(?: IN)?\s+Anywhere\s*$/gm)].map(([, rule = '']) => rule)
  const isAllowed = (port: number, protocol: string): boolean =>
    rules.some((rule) => {
      const [what = '', on] = rule.split(' on ')
      const [list = '', kind = protocol] = what.split('/')
      const isPort = list.split(',').some((part) => {
        const [from = '', to = from] = part.split(':')
        return Number(from) <= port && port <= Number(to)
      })
      return kind === protocol && (on === undefined || on === adapter) && (isPort || what === 'Anywhere')
    })
  const areOpen = ports.tcp.every((port) => isAllowed(port, 'tcp')) && ports.udp.every((port) => isAllowed(port, 'udp'))
  return /^Default: allow \(incoming\)/m.test(status) || areOpen
    ? { kind: 'open', name: 'ufw' }
    : { kind: 'blocked', name: 'ufw', zone: '', command }
}

function ufwCommand({ tcp, udp }: NeededPorts, adapter: string): string {
  const rule = (list: readonly number[], protocol: string): string[] =>
    list.length === 0 ? [] : [`sudo ufw allow in on ${adapter} to any port ${list.join(',')} proto ${protocol}`]
  return [...rule(tcp, 'tcp'), ...rule(udp, 'udp')].join(' && ')
}

/** What the kernel holds: nftables shows the rules of the present iptables too, but not those of the legacy one. */
async function readKernel(ports: NeededPorts, adapter: string): Promise<FirewallVerdict> {
  const [nft, legacy] = await Promise.all([readNft(ports, adapter), readIptables('iptables-legacy', ports, adapter)])
  const verdicts = [nft ?? (await readIptables('iptables', ports, adapter)), legacy]
  for (const kind of ['blocked', 'unreadable', 'open'] as const) {
    const found = verdicts.find((verdict) => verdict.kind === kind)
    if (found) return found
  }
  return { kind: 'none' }
}

/** null where there is no nft. */
async function readNft(ports: NeededPorts, adapter: string): Promise<FirewallVerdict | null> {
  const ruleset = await runCommand('nft', ['list', 'ruleset'])
  if (ruleset.kind === 'missing') return null
  const name = 'nftables'
  if (ruleset.kind === 'failed')
    return { kind: 'unreadable', name, command: iptablesCommand('iptables', ports, adapter) }
  if (!/hook input/.test(ruleset.stdout)) return { kind: 'none' }
  const command = nftCommand(ruleset.stdout, ports, adapter)
  switch (judgeNftables(ruleset.stdout, ports, adapter)) {
    case 'open':
      return { kind: 'open', name }
    case 'blocked':
      return { kind: 'blocked', name, zone: '', command }
    case 'unknown':
      return { kind: 'unreadable', name, command }
  }
}

/** Puts a rule before the others of the first chain that filters what comes in. */
function nftCommand(ruleset: string, { tcp, udp }: NeededPorts, adapter: string): string {
  const [before = ''] = ruleset.split(/hook input/)
  const table = [...before.matchAll(/^table (\S+ \S+)/gm)].at(-1)?.[1] ?? 'inet filter'
  const chain = [...before.matchAll(/chain (\S+)/g)].at(-1)?.[1] ?? 'input'
  const rule = (list: readonly number[], protocol: string): string[] =>
    list.length === 0
      ? []
      : [`sudo nft insert rule ${table} ${chain} iifname ${adapter} ${protocol} dport '{ ${list.join(', ')} }' accept`]
  return [...rule(tcp, 'tcp'), ...rule(udp, 'udp')].join(' && ')
}

async function readIptables(
  program: 'iptables' | 'iptables-legacy',
  ports: NeededPorts,
  adapter: string,
): Promise<FirewallVerdict> {
  const rules = await runCommand(program, ['-S', 'INPUT'])
  if (rules.kind === 'missing') return { kind: 'none' }
  const command = iptablesCommand(program, ports, adapter)
  if (rules.kind === 'done') return judgeIptables(rules.stdout, ports, adapter, command)
  // Without rights the legacy one says nothing, and is seldom there for more than its name.
  return program === 'iptables' ? { kind: 'unreadable', name: program, command } : { kind: 'none' }
}

/** Reads `iptables -S INPUT`; a rule that sends packets to a chain of its own is not followed. Pure. */
export function judgeIptables(rules: string, ports: NeededPorts, adapter: string, command: string): FirewallVerdict {
  const lines = rules.split('\n').filter((line) => line.startsWith('-A INPUT'))
  const drops = /^-P INPUT (DROP|REJECT)/m.test(rules)
  if (!drops && lines.length === 0) return { kind: 'none' }
  const fate = (protocol: string, port: number): 'open' | 'blocked' | 'unknown' => {
    for (const line of lines) {
      const verdict = /-j (\S+)/.exec(line)?.[1] ?? ''
      if (!concerns(line, protocol, port, adapter)) continue
      if (verdict === 'ACCEPT') return 'open'
      if (verdict === 'DROP' || verdict === 'REJECT') return 'blocked'
      if (verdict !== 'LOG' && verdict !== '') return 'unknown'
    }
    return drops ? 'blocked' : 'open'
  }
  const fates = [...ports.tcp.map((port) => fate('tcp', port)), ...ports.udp.map((port) => fate('udp', port))]
  if (fates.includes('blocked')) return { kind: 'blocked', name: 'iptables', zone: '', command }
  return fates.includes('unknown')
    ? { kind: 'unreadable', name: 'iptables', command }
    : { kind: 'open', name: 'iptables' }
}

function concerns(line: string, protocol: string, port: number, adapter: string): boolean {
  const value = (pattern: RegExp): string | undefined => pattern.exec(line)?.[1]
  const states = value(/--(?:ct)?state (\S+)/)
  const ports = value(/--dports? (\S+)/)
  const isPort = ports?.split(',').some((part) => {
    const [from = '', to = from] = part.split(':')
    return Number(from) <= port && port <= Number(to)
  })
  return (
    (value(/-i (\S+)/) ?? adapter) === adapter &&
    (value(/-p (\S+)/) ?? protocol) === protocol &&
    (states === undefined || states.split(',').includes('NEW')) &&
    (isPort ?? true)
  )
}

function iptablesCommand(program: string, { tcp, udp }: NeededPorts, adapter: string): string {
  const rule = (list: readonly number[], protocol: string): string[] =>
    list.length === 0
      ? []
      : [`sudo ${program} -I INPUT -i ${adapter} -p ${protocol} -m multiport --dports ${list.join(',')} -j ACCEPT`]
  return [...rule(tcp, 'tcp'), ...rule(udp, 'udp')].join(' && ')
}
