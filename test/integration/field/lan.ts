import path from 'node:path'
import type { Device } from '#shared/model/device.ts'
import type { DiscoveryList, Neighbour } from '#shared/model/discovery.ts'
import { isFinal, type Job, type JobKind } from '#shared/model/job.ts'
import type { JobResult } from '#shared/model/job-kinds.ts'
import { type Headless, startHeadless } from '../../support/headless.ts'
import { eventually, NetworkLab } from '../../support/namespaces.ts'

const boxScript = path.resolve(import.meta.dirname, '../../../src-main/virtual-box/cli.ts')

/** A laptop on a switch; tests plug in what else they need. All of it is gone when the test ends. */
export class Lan {
  readonly lab = new NetworkLab()
  readonly wire = this.lab.switch('wire')
  readonly laptop = this.lab.machine('laptop')
  readonly apps: Headless[] = []

  constructor(address = '192.168.77.10/24') {
    this.lab.plug(this.laptop, 'eth1', this.wire, address)
  }

  /** Another machine on the switch, multicast included. */
  machine(name: string, address?: string): string {
    const machine = this.lab.machine(name)
    this.lab.plug(machine, 'lan', this.wire, address)
    if (address) this.lab.run(machine, 'ip route add 224.0.0.0/4 dev lan')
    return machine
  }

  /** The real app on the laptop. */
  async app(...args: string[]): Promise<Headless> {
    const bind = args.includes('--bind') || args.includes('--adapter') ? [] : ['--bind', '192.168.77.10']
    const app = await startHeadless([...bind, ...args], this.lab.on(this.laptop))
    this.apps.push(app)
    return app
  }

  /** A virtual box as a process of its own on a machine; to the app it is a real one. */
  box(machine: string, acsUrl: string, ...args: string[]): { output: () => string; stop: () => void } {
    const { child, output } = this.lab.start(machine, process.execPath, [boxScript, '--acs', acsUrl, ...args])
    return { output, stop: () => void child.kill('SIGTERM') }
  }

  async stop(): Promise<void> {
    await Promise.all(this.apps.map((app) => app.stop()))
    await this.lab.stop()
  }
}

/** The first real box once it has completed a session. */
export function managedBox(app: Headless): Promise<Device> {
  return eventually(
    async () =>
      (await app.call<Device[]>('devices.list')).find(({ status, inSession }) => status === 'managed' && !inSession),
    20_000,
    app.stderr,
  )
}

/** The first neighbour that fits. */
export function neighbour(app: Headless, fits: (one: Neighbour) => boolean, timeoutMs = 15_000): Promise<Neighbour> {
  return eventually(
    async () => (await app.call<DiscoveryList>('discovery.list')).neighbours.find(fits),
    timeoutMs,
    app.stderr,
  )
}

/** Runs a job to its end. */
export async function runJob<K extends JobKind>(
  app: Headless,
  kind: K,
  deviceId: string,
  input: object,
): Promise<Job & { result: JobResult<K> }> {
  const { jobIds } = await app.call<{ jobIds: string[] }>('jobs.start', { kind, deviceIds: [deviceId], input })
  const id = jobIds[0] ?? ''
  return await eventually(async () => {
    const job = await app.call<Job & { result: JobResult<K> }>('jobs.get', { id })
    return isFinal(job.state) ? job : null
  }, 120_000)
}
