import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Firmware, FirmwareMetadata } from '#shared/model/firmware.ts'
import { emptyMetadata } from '#shared/model/firmware.ts'
import type { VirtualBoxOptions } from '../../../src-main/virtual-box/options.ts'
import { buildImage } from '../../../src-main/virtual-box/transfer/firmware-image.ts'
import type { VirtualBox } from '../../../src-main/virtual-box/virtual-box.ts'
import { temporaryFolder } from '../../support/headless.ts'
import { Bench } from '../flows/support.ts'

export const newVersion = 'V2.4.0'

/** What the box of a test is, as its image must be. */
export function headerFor(box: VirtualBox, version = newVersion): Parameters<typeof buildImage>[0] {
  const { productClass, hardwareVersion } = box.facts
  return { productClass, hardwareVersion, version }
}

/** Writes a file as a technician has it. */
export function writeFile(content: Uint8Array | string, name = 'stb 固件 v2.4.bin'): string {
  const path = join(temporaryFolder(), name)
  writeFileSync(path, content)
  return path
}

export interface FirmwareBench {
  bench: Bench
  box: VirtualBox
  deviceId: string
  /** Methods that the box was asked for, in order, with their faults. */
  rpcs: string[]
  image: Firmware
}

/** An app, a box and an image for it that brings `newVersion`. */
export async function openBench(
  options: Partial<VirtualBoxOptions> = {},
  {
    payloadBytes = 300_000,
    metadata = {},
    image,
  }: { payloadBytes?: number; metadata?: Partial<FirmwareMetadata>; image?: Uint8Array } = {},
): Promise<FirmwareBench> {
  const bench = await Bench.open()
  const { box, id, events } = await bench.plug({ flashMs: 20, ...options })
  const path = writeFile(image ?? buildImage(headerFor(box), payloadBytes))
  const added = await bench.call<Firmware>('firmware.add', { path })
  const known = { ...emptyMetadata, models: [box.facts.productClass], version: newVersion, ...metadata }
  const firmware = await bench.call<Firmware>('firmware.setMetadata', { id: added.id, metadata: known })
  return { bench, box, deviceId: id, rpcs: events, image: firmware }
}

/** How often the box was told to download. */
export function downloadsIn(rpcs: readonly string[]): number {
  return rpcs.filter((method) => method.startsWith('Download')).length
}
