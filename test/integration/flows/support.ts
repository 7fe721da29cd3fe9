import { onTestFinished } from 'vitest'
import { isFinal, type Job, type JobKind } from '#shared/model/job.ts'
import type { JobInput, JobResult } from '#shared/model/job-kinds.ts'
import { type App, compose } from '../../../src-main/compose.ts'
import { silentLog } from '../../../src-main/log/log.ts'
import type { VirtualBoxOptions } from '../../../src-main/virtual-box/options.ts'
import { VirtualBox } from '../../../src-main/virtual-box/virtual-box.ts'
import { temporaryFolder } from '../../support/headless.ts'

export interface FinishedJob<K extends JobKind> extends Job {
  result: JobResult<K>
}

/** The real app without a window, on free ports; ends with its test. */
export class Bench {
  readonly app: App

  private constructor(app: App) {
    this.app = app
  }

  static async open(dataDir = temporaryFolder()): Promise<Bench> {
    const app = await compose({ dataDir, version: '0.0.0', acsPort: 0, cipher: null, log: silentLog })
    await app.start()
    const bench = new Bench(app)
    onTestFinished(() => app.stop())
    return bench
  }

  /** Plugs in a virtual box; resolves with it and its id once it has completed its first session. */
  async plug(options: Partial<VirtualBoxOptions> = {}): Promise<{ box: VirtualBox; id: string; events: string[] }> {
    const events: string[] = []
    const box = new VirtualBox({
      model: 'stb',
      index: 1,
      acsUrl: this.app.endpoints().acsUrl,
      bootDelayMs: 1,
      timeScale: 0.02,
      ...options,
      onEvent: (event) => {
        if (event.kind === 'rpc')
          events.push(event.fault === undefined ? event.method : `${event.method} ${event.fault}`)
        options.onEvent?.(event)
      },
    })
    onTestFinished(() => box.stop())
    const { serialNumber } = box.facts
    const managed = this.until(
      'device.changed',
      (device) => device.serialNumber === serialNumber && device.status === 'managed' && !device.inSession,
    )
    await box.start()
    return { box, id: String((await managed).id), events }
  }

  async call<T>(name: Parameters<App['invoke']>[0], params: unknown = {}): Promise<T> {
    return (await this.app.invoke(name, params)) as T
  }

  /** Starts a job on one box. */
  async start<K extends JobKind>(kind: K, deviceId: string, input: unknown): Promise<string> {
    const { jobIds } = await this.call<{ jobIds: string[] }>('jobs.start', { kind, deviceIds: [deviceId], input })
    return jobIds[0] ?? ''
  }

  /** Runs a job to its end. */
  async run<K extends JobKind>(
    kind: K,
    deviceId: string,
    input: Partial<JobInput<K>> | object,
  ): Promise<FinishedJob<K>> {
    return await this.ended<K>(await this.start(kind, deviceId, input))
  }

  async ended<K extends JobKind>(id: string): Promise<FinishedJob<K>> {
    await this.reaches(id, (job) => isFinal(job.state))
    return await this.call('jobs.get', { id })
  }

  /** Resolves when a job is as described, now or later. */
  async reaches(id: string, is: (job: Job) => boolean): Promise<Job> {
    const now = this.until('job.changed', (job) => job.id === id && is(job as unknown as Job))
    const job = await this.call<Job>('jobs.get', { id })
    return is(job) ? job : ((await now) as unknown as Job)
  }

  until(name: string, fits: (data: Record<string, unknown>) => boolean): Promise<Record<string, unknown>> {
    return new Promise((resolve) => {
      const off = this.app.onEvent((event) => {
        const data = event.data as Record<string, unknown>
        if (event.name !== name || !fits(data)) return
        off()
        resolve(data)
      })
    })
  }
}
