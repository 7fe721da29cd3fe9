import type { Firmware } from '#shared/model/firmware.ts'
import { emptyMetadata } from '#shared/model/firmware.ts'
import type { FirmwareInput } from '#shared/model/firmware-push.ts'
import { Bench } from '../flows/support.ts'
import { testBytes } from '../transfer/support.ts'
import { FlashingBox, type FlashingBoxOptions, type Told } from './flashing-box.ts'
import { writeFile } from './support.ts'

/** The file of these tests. */
export const bytes = testBytes(2_000_000)

export interface ForeignBench {
  bench: Bench
  box: FlashingBox
  /** Starts the push and has the box open the session in which it is told. */
  push: (input?: Partial<FirmwareInput>) => Promise<string>
}

/** An app, a box of plain strings and a file that brings version 2.0. */
export async function openForeign(options: Partial<FlashingBoxOptions> = {}): Promise<ForeignBench> {
  const bench = await Bench.open()
  const box = new FlashingBox({ acsUrl: bench.app.endpoints().acsUrl, version: '1.0', ...options })
  await box.session([['0 BOOTSTRAP'], ['1 BOOT']])
  const { id } = await bench.call<Firmware>('firmware.add', { path: writeFile(bytes, '机顶盒 v2 (final).bin') })
  const metadata = { ...emptyMetadata, models: ['FLASH*'], version: '2.0' }
  await bench.call('firmware.setMetadata', { id, metadata })
  return {
    bench,
    box,
    async push(input = {}) {
      const jobId = await bench.start('firmware', box.id, { firmwareId: id, ...input })
      await bench.reaches(jobId, ({ state }) => state === 'waiting')
      await box.session([['2 PERIODIC']])
      return jobId
    },
  }
}

/** What the box was told to download. */
export function toldOf(box: FlashingBox): Told {
  if (!box.told) throw new Error('the box was not told to download')
  return box.told
}

/** The box has the new version, restarts and reports success. */
export async function flashed(box: FlashingBox): Promise<void> {
  box.version = '2.0'
  const key = box.told?.commandKey ?? ''
  await box.session([['1 BOOT'], ['7 TRANSFER COMPLETE'], ['M Download', key]], [box.complete()])
}

/** Fetches the whole file, as the box was told. */
export async function fetchAll({ url }: Told): Promise<void> {
  const { byteLength } = await (await fetch(url)).arrayBuffer()
  if (byteLength !== bytes.length) throw new Error(`${byteLength} bytes came`)
}
