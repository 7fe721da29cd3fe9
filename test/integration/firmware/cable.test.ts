import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Firmware } from '#shared/model/firmware.ts'
import { emptyMetadata } from '#shared/model/firmware.ts'
import type { Headless } from '../../support/headless.ts'
import { namespacesMissing } from '../../support/namespaces.ts'
import { Lan } from '../field/lan.ts'
import { hasTool, sha256, testBytes } from '../transfer/support.ts'
import { MachineBox } from './machine-box.ts'
import { writeFile } from './support.ts'

const missing = namespacesMissing() ?? (hasTool('curl') ? null : 'curl is not installed')
const bytes = testBytes(40_000_000)
/** Slow enough for a hand at the cable. */
const slow = ['--limit-rate', '8M']
/** A box that goes on where it was, or begins again, until it has the file. */
const patient = ['--retry', '60', '--retry-delay', '1', '--retry-all-errors', '--connect-timeout', '2', '-y', '3']

describe.skipIf(missing)(`a push while the way to the box is broken${missing ? ` (${missing})` : ''}`, () => {
  let lan: Lan
  let app: Headless
  beforeEach(async () => {
    lan = new Lan()
    app = await lan.app()
  })
  afterEach(() => lan.stop())

  /** A box on the wire that fetches with these arguments of curl, and a push to it that has moved some bytes. */
  async function transferring(curlArgs: string[], input: object = {}) {
    const box = new MachineBox(lan, lan.machine('box', '192.168.77.20/24'), app.acsUrl, curlArgs)
    const { id: firmwareId } = await app.call<Firmware>('firmware.add', { path: writeFile(bytes, 'image.bin') })
    await app.call('firmware.setMetadata', { id: firmwareId, metadata: { ...emptyMetadata, version: '2.0' } })
    const jobId = await box.push(app, firmwareId, input)
    await app.until(({ params }) => params?.name === 'firmware.progress' && Number(params.data.bytes) > 2_000_000)
    return { says: () => box.says(), ended: () => box.ended(app, jobId) }
  }

  async function unplugFor(ms: number): Promise<void> {
    lan.lab.run(lan.laptop, 'ip link set eth1 down')
    await new Promise((resolve) => setTimeout(resolve, ms))
    lan.lab.run(lan.laptop, 'ip link set eth1 up')
  }

  it('goes on by Range when the cable is back', { timeout: 90_000 }, async () => {
    const { says, ended } = await transferring([...slow, ...patient, '-C', '-'])
    await unplugFor(5000)
    const job = await ended()
    expect(says()).toMatchObject({ status: 0, sha256: sha256(bytes) })
    expect(says().asked?.filter((method) => method === 'Download')).toHaveLength(1)
    expect(job).toMatchObject({ state: 'succeeded', result: { verdict: 'proven', transfer: { bytes: bytes.length } } })
    expect(job.result.transfer.requests).toBeGreaterThan(1)
    expect(job.result.timeline.map(({ step }) => step)).toContain('transferStopped')
  })

  it('takes a box that begins again for what it is', { timeout: 90_000 }, async () => {
    const { says, ended } = await transferring([...slow, ...patient])
    await unplugFor(5000)
    const job = await ended()
    expect(says()).toMatchObject({ status: 0, sha256: sha256(bytes) })
    expect(says().asked?.filter((method) => method === 'Download')).toHaveLength(1)
    expect(job.result).toMatchObject({ verdict: 'proven', transfer: { bytes: bytes.length, sizeBytes: bytes.length } })
  })

  it('does not notice a cable that is out for a moment', { timeout: 90_000 }, async () => {
    const { says, ended } = await transferring([...slow])
    await unplugFor(100)
    const job = await ended()
    expect(says()).toMatchObject({ status: 0, sha256: sha256(bytes) })
    expect(job.result).toMatchObject({ verdict: 'proven', transfer: { requests: 1 } })
  })
})
