/**
 * How a big log opens: `node test/bench/logs.bench.ts [megabytes]` makes a log (1 GB unless told otherwise), opens it,
 * reads from its middle, seeks by time and filters. Goals for 1 GB: indexed in 10 s, any page in 100 ms, the event loop
 * never held up over 50 ms, memory flat.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { LogFile } from '../../src-main/logs/open-log.ts'

const megabytes = Number(process.argv[2] ?? 1024)
const folder = mkdtempSync(join(tmpdir(), 'fieldacs-bench-'))
const path = join(folder, 'box.log')
const start = Date.UTC(2026, 0, 1)

async function makeLog(): Promise<void> {
  const handle = await open(path, 'w')
  let number = 0
  for (let megabyte = 0; megabyte < megabytes; megabyte += 1) {
    const lines: string[] = []
    for (let bytes = 0; bytes < 1024 * 1024; number += 1) {
      const level = number % 997 === 0 ? 'ERROR' : 'INFO'
      const line = `${new Date(start + number * 10).toISOString()} ${level} player[12]: 频道 ${number % 200} 缓冲 ${number % 977} ms, seq ${number}\n`
      lines.push(line)
      bytes += Buffer.byteLength(line)
    }
    await handle.write(lines.join(''))
  }
  await handle.close()
}

const delay = monitorEventLoopDelay({ resolution: 5 })

async function timed<T>(label: string, work: () => Promise<T>): Promise<T> {
  delay.reset()
  const begin = performance.now()
  const result = await work()
  const took = (performance.now() - begin).toFixed(0).padStart(7)
  const memory = (process.memoryUsage().rss / 2 ** 20).toFixed(0)
  console.log(`${label.padEnd(44)} ${took} ms   loop held up ${(delay.max / 1e6).toFixed(0)} ms   ${memory} MB`)
  return result
}

try {
  await makeLog()
  delay.enable()
  const log = await timed('open', () => LogFile.open('bench', path))
  await timed(`index ${megabytes} MB`, () => log.index(() => undefined))
  const { lineCount } = log.info
  await timed(`page from the middle of ${lineCount} lines`, () => log.lines(Math.floor(lineCount / 2), 200))
  await timed('page from the end', () => log.lines(lineCount - 200, 200))
  await timed('seek by time', () => log.seek(start + lineCount * 5))
  await timed('first 500 errors', () => log.filter({ text: '', severity: 'error', from: 0, limit: 500 }))
  await timed('a part of a filter that finds nothing', () => log.filter({ text: 'nowhere', from: 0, limit: 500 }))
  await log.close()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
