import { afterEach } from 'vitest'
import type { BoxEvent, VirtualBoxOptions } from '../../src-main/virtual-box/options.ts'
import { VirtualBox } from '../../src-main/virtual-box/virtual-box.ts'
import { ScriptAcs } from './script-acs.ts'

/** A box and its ACS, stopped after the test. */
export interface Bench {
  readonly acs: ScriptAcs
  readonly box: VirtualBox
  readonly events: BoxEvent[]
}

const cleanups: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) {
    await cleanup()
  }
})

/** Has something stopped after the test, the last one first. */
export const onCleanup = (cleanup: () => Promise<void>): void => void cleanups.push(cleanup)

export async function startAcs(script: readonly string[] = []): Promise<ScriptAcs> {
  const acs = new ScriptAcs()
  acs.script.push(...script)
  await acs.start()
  onCleanup(() => acs.stop())
  return acs
}

/** Starts a box against an ACS; quick, and already bootstrapped unless told otherwise. */
export async function startBox(acs: ScriptAcs, options: Partial<VirtualBoxOptions> = {}): Promise<Bench> {
  const events: BoxEvent[] = []
  const box = new VirtualBox({
    model: 'stb',
    index: 1,
    acsUrl: acs.url,
    bootDelayMs: 5,
    flashMs: 20,
    isBootstrapped: true,
    onEvent: (event) => events.push(event),
    ...options,
  })
  onCleanup(() => box.stop())
  await box.start()
  return { acs, box, events }
}

/** An ACS with a script and a box that meets it. */
export async function startBench(
  script: readonly string[] = [],
  options: Partial<VirtualBoxOptions> = {},
): Promise<Bench> {
  return await startBox(await startAcs(script), options)
}

/** Waits until a condition holds. */
export async function until(condition: () => boolean, what = 'condition', timeoutMs = 8000): Promise<void> {
  const deadline = Date.now() + timeoutMs
  while (!condition()) {
    if (Date.now() > deadline) {
      throw new Error(`timed out: ${what}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
