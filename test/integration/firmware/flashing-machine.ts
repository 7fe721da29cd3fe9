/**
 * A FlashingBox as a process of its own, for a machine of a network lab: asks until it is told to download, fetches with
 * curl as its arguments say, comes up with version 2.0 and reports. Says on stdout what it did, a JSON line each.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from '../../support/headless.ts'
import { runTool } from '../transfer/support.ts'
import { FlashingBox } from './flashing-box.ts'

const [acsUrl = '', serialNumber = '', ...curlArgs] = process.argv.slice(2)
const say = (line: object): void => console.log(JSON.stringify(line))
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** What a box does whose ACS does not answer: it tries again (TR-069 3.2.1.1). */
async function untilHeard(attempt: () => Promise<void>): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    try {
      return await attempt()
    } catch {
      await pause(300)
    }
  }
  throw new Error('the ACS never answered')
}

const box = new FlashingBox({ acsUrl, version: '1.0', serialNumber })
await untilHeard(() => box.session([['1 BOOT']]))
say({ id: box.id })
for (let tries = 0; tries < 200 && !box.told; tries += 1) {
  await pause(200)
  await untilHeard(() => box.session([['2 PERIODIC']]))
}
const url = box.told?.url ?? ''
say({ url })
const out = join(temporaryFolder(), 'image.bin')
const { status, stderr } = await runTool('curl', ['-sS', '-f', ...curlArgs, '-o', out, url], { timeoutMs: 90_000 })
say({ status, stderr, sha256: createHash('sha256').update(readFileSync(out)).digest('hex') })
box.version = '2.0'
await untilHeard(() =>
  box.session(
    [['1 BOOT'], ['7 TRANSFER COMPLETE'], ['M Download', box.told?.commandKey ?? '']],
    [box.complete(status === 0 ? 0 : 9017)],
  ),
)
say({ asked: box.asked })
