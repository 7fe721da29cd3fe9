import path from 'node:path'
import type { FirmwareResult } from '#shared/model/firmware-push.ts'
import { isFinal, type Job } from '#shared/model/job.ts'
import type { Headless } from '../../support/headless.ts'
import { eventually } from '../../support/namespaces.ts'
import type { Lan } from '../field/lan.ts'

const script = path.resolve(import.meta.dirname, 'flashing-machine.ts')

export interface PushedJob extends Job {
  result: FirmwareResult
}

/** What `flashing-machine.ts` says, all of it together. */
interface Says {
  id?: string
  url?: string
  /** Exit status of curl, and what it fetched. */
  status?: number
  sha256?: string
  /** Every method that the box was asked for. */
  asked?: string[]
}

/** The machines of a lab are called `fa-<number>-<number>-<name>`. */
function serialOf(machine: string): string {
  return machine.split('-').at(-1) ?? machine
}

/** A FlashingBox on a machine of the lab. */
export class MachineBox {
  readonly output: () => string

  constructor(lan: Lan, machine: string, acsUrl: string, curlArgs: string[]) {
    this.output = lan.lab.start(machine, process.execPath, [script, acsUrl, serialOf(machine), ...curlArgs]).output
  }

  says(): Says {
    const lines = this.output()
      .split('\n')
      .filter((line) => line.startsWith('{'))
    return Object.assign({}, ...lines.map((line) => JSON.parse(line)))
  }

  /** Pushes a file to it; resolves with the job's id. */
  async push(app: Headless, firmwareId: string, input: object = {}): Promise<string> {
    const deviceId = await eventually(() => this.says().id, 20_000, this.output)
    const { jobIds } = await app.call<{ jobIds: string[] }>('jobs.start', {
      kind: 'firmware',
      deviceIds: [deviceId],
      input: { firmwareId, ...input },
    })
    return jobIds[0] ?? ''
  }

  /** The job at its end, when the box has said its last too. */
  async ended(app: Headless, jobId: string): Promise<PushedJob> {
    await eventually(() => this.says().asked, 60_000, this.output)
    return await this.settled(app, jobId)
  }

  /** The job at its end, whatever the box does. */
  settled(app: Headless, jobId: string): Promise<PushedJob> {
    return eventually(
      async () => {
        const job = await app.call<PushedJob>('jobs.get', { id: jobId })
        return isFinal(job.state) && job
      },
      60_000,
      this.output,
    )
  }
}
