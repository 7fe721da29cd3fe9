/**
 * How long a 4 MB data model takes, and for how long it holds up what else runs: `node test/bench/data-model.bench.ts`.
 * Goals: under 2 s, and never more than a frame or two (33 ms) at a time. Needs the published models beside the repository.
 */

import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { importModel } from '../../src-main/data-model/import-model.ts'
import { publishedFile } from '../support/published-models.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'fieldacs-bench-'))
const whole = readFileSync(publishedFile('tr-181-2-11-0-full.xml'), 'utf8')
const start = whole.indexOf('<object name="Device.DeviceInfo."')
const again = whole.slice(start, whole.indexOf('<profile', start)).slice(0, 800_000)
const block = again.slice(0, again.lastIndexOf('</object>') + 9)
const more = ['X_ONE', 'X_TWO', 'X_THREE'].map((name) => block.replaceAll('name="Device.', `name="Device.${name}.`))
const large = path.join(folder, 'large-full.xml')
writeFileSync(large, whole.slice(0, start) + more.join('') + whole.slice(start))

for (const file of [publishedFile('tr-106-1-2-0-full.xml'), publishedFile('tr-181-2-11-0-full.xml'), large, large]) {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const began = performance.now()
  const {
    document: { parameters },
  } = await importModel(file)
  const ms = performance.now() - began
  delay.disable()
  const megabytes = (readFileSync(file).length / 1e6).toFixed(1)
  console.log(
    `${path.basename(file).padEnd(26)} ${megabytes} MB  ${String(parameters.length).padStart(5)} parameters  ${ms.toFixed(0).padStart(5)} ms  longest stop ${(delay.max / 1e6).toFixed(0)} ms`,
  )
}
