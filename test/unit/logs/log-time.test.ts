import { open, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { LineIndex } from '../../../src-main/logs/line-index.ts'
import { logSeverity, logTime } from '../../../src-main/logs/log-time.ts'
import { readLines } from '../../../src-main/logs/read-lines.ts'
import { temporaryFolder } from '../../support/headless.ts'

describe('times of lines', () => {
  const local = (...parts: [number, number, number, number, number, number, number?]) => new Date(...parts).getTime()
  it.each([
    ['2026-01-02T03:04:05Z box up', Date.UTC(2026, 0, 2, 3, 4, 5)],
    ['2026-01-02T03:04:05.678+08:00 x', Date.UTC(2026, 0, 1, 19, 4, 5, 678)],
    ['[2026-01-02 03:04:05,123] x', local(2026, 0, 2, 3, 4, 5, 123)],
    ['2026/1/2 3:04:05 x', local(2026, 0, 2, 3, 4, 5)],
    ['<14>Jan  2 03:04:05 stb player: x', local(2026, 0, 2, 3, 4, 5)],
    ['Jan 12 2025 03:04:05 x', local(2025, 0, 12, 3, 4, 5)],
    ['01-02 03:04:05.678  123  456 E Player: x', local(2026, 0, 2, 3, 4, 5, 678)],
    ['20260102030405 alarm', local(2026, 0, 2, 3, 4, 5)],
    ['20260102 030405 alarm', local(2026, 0, 2, 3, 4, 5)],
    ['no time here', null],
    ['2026-13-45 99:00:00 x', null],
    [`${'x'.repeat(200)}2026-01-02 03:04:05`, null],
    ['call 86420260102030405123 now', null],
  ])('%s', (line, expected) => expect(logTime(line, 2026)).toBe(expected))

  it.each([
    ['<11>x', 'error'],
    ['01-02 03:04:05.678  123  456 W Player: x', 'warning'],
    ['01-02 03:04:05.678 E/Player(12): x', 'error'],
    ['2026-01-02 INFO no error here', 'info'],
    ['2026 [ERROR] warning ignored', 'error'],
    ['kernel panic', 'emergency'],
    ['频道播放失败', 'error'],
    ['a plain line', null],
    ['terror and informal', null],
  ])('severity of %s', (line, expected) => expect(logSeverity(line)).toBe(expected))
})

describe('the index', () => {
  const linesOf = async (text: string | Buffer, from = 0) => {
    const path = join(temporaryFolder(), 'a.log')
    await writeFile(path, text)
    const handle = await open(path, 'r')
    const index = new LineIndex()
    await index.extend(handle, new AbortController().signal, () => undefined)
    const lines: string[] = []
    for await (const line of readLines(handle, index.before(from)))
      if (line.number >= from) lines.push(line.bytes.toString())
    await handle.close()
    return { count: index.lineCount, lines, marks: index.marks.length }
  }

  it.each([
    ['', 0, []],
    ['a', 1, ['a']],
    ['a\n', 1, ['a']],
    ['a\r\n\r\nb', 3, ['a', '', 'b']],
    ['\n\n', 2, ['', '']],
  ])('%j', async (text, count, lines) => expect(await linesOf(text)).toMatchObject({ count, lines }))

  it('finds any line of a long file', async () => {
    const text = Array.from({ length: 20_000 }, (_, number) => `line ${number} ${'x'.repeat(number % 90)}`).join('\n')
    const { count, lines, marks } = await linesOf(text, 19_998)
    expect(count).toBe(20_000)
    expect(marks).toBeGreaterThan(30)
    expect(lines.map((line) => line.split(' ')[1])).toEqual(['19998', '19999'])
  })

  it('sets marks in files of long lines as well', async () => {
    const { marks } = await linesOf(`${'x'.repeat(300_000)}\n`.repeat(5))
    expect(marks).toBe(6)
  })
})
