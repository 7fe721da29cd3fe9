import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** Why network namespaces cannot be used here; null where they can. */
export function namespacesMissing(): string | null {
  if (process.platform !== 'linux') return 'not Linux'
  if (process.getuid?.() !== 0) return 'not root'
  const probe = `fa-${process.pid}-probe`
  try {
    execFileSync('ip', ['netns', 'add', probe], { stdio: 'pipe' })
    execFileSync('ip', ['netns', 'exec', probe, 'ip', 'link', 'add', 'br0', 'type', 'bridge'], { stdio: 'pipe' })
    return null
  } catch (error) {
    return `no network namespaces: ${String(error).slice(0, 120)}`
  } finally {
    try {
      execFileSync('ip', ['netns', 'del', probe], { stdio: 'pipe' })
    } catch {
      // it was never made
    }
  }
}

/** Debian packages of the foreign programs that the tests talk to, and the command that shows that each is there. */
const packages = {
  miniupnpd: 'miniupnpd',
  minidlnad: 'minidlna',
  'avahi-daemon': 'avahi-daemon',
  stun: 'stun-client',
  udhcpc: 'udhcpc',
  dhclient: 'isc-dhcp-client',
  dnsmasq: 'dnsmasq-base',
  iptables: 'iptables',
  nft: 'nftables',
  tcpdump: 'tcpdump',
} as const
export type Program = keyof typeof packages

function isThere(program: string): boolean {
  try {
    execFileSync('sh', ['-c', `command -v ${program}`], { stdio: 'pipe', env: toolEnv })
    return true
  } catch {
    return false
  }
}

/** Runlevel 1: an installed daemon must not start by itself in the machine's own network. */
const toolEnv = {
  ...process.env,
  PATH: `${process.env.PATH ?? ''}:/usr/sbin:/sbin`,
  DEBIAN_FRONTEND: 'noninteractive',
  RUNLEVEL: '1',
}

/** The first of the programs that is missing and cannot be installed; null where all are there. */
export function programMissing(...programs: Program[]): string | null {
  const missing = programs.filter((program) => !isThere(program))
  if (missing.length === 0) return null
  try {
    const names = missing.map((program) => packages[program]).join(' ')
    // Test files run side by side, and each may find something missing.
    const install = 'apt-get -o DPkg::Lock::Timeout=120 install -y -qq --no-install-recommends'
    execFileSync('sh', ['-c', `apt-get update -qq; ${install} ${names}`], {
      stdio: 'pipe',
      env: toolEnv,
      timeout: 180_000,
    })
  } catch {
    // said below
  }
  const left = missing.find((program) => !isThere(program))
  return left === undefined ? null : `${left} is not installed`
}

/** What labs name after the process that made them: namespaces `fa-<pid>-…`, and adapters of this machine `fa<pid>`. */
export const labPrefix = `fa-${process.pid}`
export const labAdapter = `fa${process.pid}`

let isSwept = false

/** Takes down what labs of dead processes left behind: an adapter of theirs would be one more in the tests of others. */
export function sweepDeadLabs(): void {
  const namespaces =
    execFileSync('ip', ['netns', 'list'])
      .toString()
      .match(/^fa-\S+/gm) ?? []
  const links = execFileSync('ip', ['-o', 'link']).toString()
  const adapters = [...links.matchAll(/^\d+: (fa\d+)[@:]/gm)].map(([, name = '']) => name)
  for (const name of namespaces.filter(isLeftOver)) tearDown(name)
  for (const name of adapters.filter(isLeftOver))
    tryTo(() => execFileSync('ip', ['link', 'del', name], { stdio: 'pipe' }))
}

function isLeftOver(name: string): boolean {
  const pid = Number(/\d+/.exec(name)?.[0])
  try {
    process.kill(pid, 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}

/** Ends what runs in a namespace and takes it down; another test may be doing the same. */
function tearDown(namespace: string): void {
  tryTo(() => {
    for (const pid of execFileSync('ip', ['netns', 'pids', namespace], { stdio: 'pipe' })
      .toString()
      .split('\n')
      .filter(Boolean))
      tryTo(() => process.kill(Number(pid), 'SIGKILL'))
    execFileSync('ip', ['netns', 'del', namespace], { stdio: 'pipe' })
  })
}

function tryTo(deed: () => void): void {
  try {
    deed()
  } catch {
    // it is gone already
  }
}

let count = 0

function nextNumber(): number {
  count += 1
  return count
}

/** Machines with cables between them, all in network namespaces of this test; nothing reaches the real network. */
export class NetworkLab {
  readonly #id = `${labPrefix}-${nextNumber()}`
  readonly #namespaces: string[] = []
  /** The switch end of each cable, by machine and adapter. */
  readonly #ends = new Map<string, { into: string; port: string }>()
  readonly #children = new Set<ChildProcess>()
  readonly folder = mkdtempSync(path.join(tmpdir(), 'fieldacs-lab-'))

  constructor() {
    if (!isSwept) sweepDeadLabs()
    isSwept = true
  }

  /** Adds a machine; its loopback is up. */
  machine(name: string): string {
    const namespace = `${this.#id}-${name}`
    execFileSync('ip', ['netns', 'add', namespace])
    this.#namespaces.push(namespace)
    this.run(namespace, 'ip link set lo up')
    return namespace
  }

  /** Adds a switch; `plug` machines into it. */
  switch(name: string): string {
    const namespace = this.machine(name)
    this.run(
      namespace,
      'ip link add br0 type bridge && ip link set br0 type bridge mcast_snooping 0 && ip link set br0 up',
    )
    return namespace
  }

  /** Connects a machine's new adapter to a switch. `address` is like `192.168.1.10/24`; without one it has none. */
  plug(machine: string, adapter: string, into: string, address?: string): void {
    const port = `p${nextNumber()}`
    execFileSync('ip', ['link', 'add', adapter, 'netns', machine, 'type', 'veth', 'peer', 'name', port, 'netns', into])
    this.run(into, `ip link set ${port} master br0 && ip link set ${port} up`)
    this.#ends.set(`${machine} ${adapter}`, { into, port })
    if (address) this.run(machine, `ip addr add ${address} brd + dev ${adapter}`)
    this.run(machine, `ip link set ${adapter} up`)
  }

  /** Pulls a machine's cable out of its switch, or puts it back: the adapter loses its carrier, not its address. */
  cable(machine: string, adapter: string, to: 'up' | 'down'): void {
    const end = this.#ends.get(`${machine} ${adapter}`)
    if (end) this.run(end.into, `ip link set ${end.port} ${to}`)
  }

  /** Runs a shell line on a machine and gives its output. */
  run(machine: string, line: string): string {
    return execFileSync('ip', ['netns', 'exec', machine, 'sh', '-c', line], { stdio: 'pipe', env: toolEnv }).toString()
  }

  /** What to put before a command so that it runs on a machine. */
  on(machine: string): string[] {
    return ['ip', 'netns', 'exec', machine]
  }

  /** Starts a program on a machine; it ends with the lab. `output` is what it said so far. */
  start(machine: string, command: string, args: string[]): { child: ChildProcess; output: () => string } {
    const [file = '', ...rest] = [...this.on(machine), command, ...args]
    const child = spawn(file, rest, { stdio: 'pipe', env: toolEnv })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        said += chunk.toString()
      })
    }
    child.on('error', () => {})
    this.#children.add(child)
    child.once('exit', () => this.#children.delete(child))
    return { child, output: () => said }
  }

  /** Ends what was started and takes everything down. */
  async stop(): Promise<void> {
    for (const child of this.#children) {
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      const timer = setTimeout(() => child.kill('SIGKILL'), 2000)
      await gone
      clearTimeout(timer)
    }
    for (const namespace of this.#namespaces) tearDown(namespace)
  }
}

/** Tries until it gives something, or throws what was there last. */
export async function eventually<T>(
  look: () => Promise<T | undefined | false | null> | T | undefined | false | null,
  timeoutMs = 10_000,
  saying: () => string = () => '',
): Promise<T> {
  for (const end = Date.now() + timeoutMs; ; ) {
    const found = await look()
    if (found !== undefined && found !== false && found !== null) return found
    if (Date.now() > end) throw new Error(`nothing came in ${timeoutMs} ms ${saying()}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
