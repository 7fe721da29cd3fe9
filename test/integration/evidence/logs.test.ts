import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { appendFile, readFile, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { LiveLog, LogFilterResult, LogLine, LogSource, OpenLog } from '#shared/model/log-view.ts'
import { temporaryFolder } from '../../support/headless.ts'
import { Bench } from '../flows/support.ts'

async function opened(bench: Bench, path: string): Promise<OpenLog> {
  const { id } = await bench.call<OpenLog>('logs.open', { path })
  const now = await bench.call<OpenLog>('logs.get', { id })
  if (now.isIndexed) return now
  return (await bench.until('log.changed', (log) => log.id === id && log.isIndexed === true)) as unknown as OpenLog
}

const line = (number: number): string =>
  `2026-03-01 08:${String(Math.floor(number / 60) % 60).padStart(2, '0')}:${String(number % 60).padStart(2, '0')} ${number % 100 === 0 ? 'ERROR' : 'INFO'} player: 第 ${number} 行\n`

describe('logs', () => {
  it('are opened, read by lines, filtered part by part and found by time', async () => {
    const bench = await Bench.open()
    const path = join(temporaryFolder(), 'box.log')
    await writeFile(path, Array.from({ length: 3000 }, (_, number) => line(number)).join(''))
    const log = await opened(bench, path)
    expect(log).toMatchObject({ lineCount: 3000, encoding: 'utf-8', firstAt: new Date(2026, 2, 1, 8).getTime() })
    const lines = await bench.call<LogLine[]>('logs.lines', { id: log.id, from: 2500, count: 3 })
    expect(lines.map(({ number, text }) => `${number} ${text}`)).toEqual(
      [2500, 2501, 2502].map((number) => `${number} ${line(number).trimEnd()}`),
    )
    const errors = await bench.call<LogFilterResult>('logs.filter', { id: log.id, severity: 'error', limit: 20 })
    expect(errors).toMatchObject({ isDone: false, nextLine: 1901 })
    const rest = await bench.call<LogFilterResult>('logs.filter', {
      id: log.id,
      severity: 'error',
      text: 'PLAYER 行',
      from: errors.nextLine,
    })
    expect(rest.lines.map(({ number }) => number)).toEqual([2000, 2100, 2200, 2300, 2400, 2500, 2600, 2700, 2800, 2900])
    const at = new Date(2026, 2, 1, 8, 33, 20).getTime()
    expect(await bench.call('logs.seek', { id: log.id, at })).toEqual({ line: 2000 })
    await appendFile(path, line(3000))
    await bench.call('logs.get', { id: log.id })
    await bench.until('log.changed', (one) => one.lineCount === 3001)
    await bench.call('logs.close', { id: log.id })
    await expect(bench.call('logs.get', { id: log.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('are read as GBK where they are, and whatever their lines hold', async () => {
    const bench = await Bench.open()
    const path = join(temporaryFolder(), 'gbk.log')
    const gbk = Buffer.from('c6b5b5c0b2a5b7c5b3acca b1'.replace(' ', ''), 'hex')
    await writeFile(path, Buffer.concat([gbk, Buffer.from('\r\n'), Buffer.alloc(100_000, 0x61), Buffer.from('\nend')]))
    const log = await opened(bench, path)
    expect(log).toMatchObject({ encoding: 'gb18030', lineCount: 3, firstAt: null })
    const lines = await bench.call<LogLine[]>('logs.lines', { id: log.id, from: 0, count: 10 })
    expect(lines[0]?.text).toBe('频道播放超时')
    expect(lines[1]).toMatchObject({ isCut: true, text: 'a'.repeat(16 * 1024) })
    expect(lines[2]?.text).toBe('end')
    await expect(bench.call('logs.open', { path: temporaryFolder() })).rejects.toMatchObject({ code: 'LOG_UNREADABLE' })
    await writeFile(path, '')
    expect(await opened(bench, path)).toMatchObject({ lineCount: 0, isIndexed: true })
  })

  it('of a collect job are listed', async () => {
    const bench = await Bench.open()
    const { id } = await bench.plug()
    await bench.run('collect', id, { kinds: ['logFile', 'deviceLog', 'trace'] })
    const sources = await bench.call<LogSource[]>('logs.list', { deviceId: id })
    expect(sources).toMatchObject([{ kind: 'collected' }, { kind: 'collected' }])
    expect((await opened(bench, sources[0]?.path ?? '')).lineCount).toBeGreaterThan(10)
  })
})

describe('live syslog', () => {
  it('comes over UDP and TCP as events, and whole into a file', async () => {
    const bench = await Bench.open()
    const live = await bench.call<LiveLog>('logs.startLive', { port: 0 })
    const told = bench.until('log.live', ({ messages }) => (messages as unknown[]).length > 0)
    const socket = createSocket('udp4')
    for (let number = 0; number < 3; number += 1)
      await new Promise((resolve) => socket.send(`<11>box: line ${number}`, live.port, live.address, resolve))
    socket.close()
    const tcp = connect(live.port, live.address)
    tcp.end('<14>box: over tcp\n')
    await once(tcp, 'close')
    expect(await told).toMatchObject({
      messages: expect.arrayContaining([expect.objectContaining({ severity: 'error' })]),
    })
    await bench.call('logs.stopLive')
    expect(await bench.call('logs.live')).toBeNull()
    const text = await readFile(live.path, 'utf8')
    expect(text.trim().split('\n')).toHaveLength(4)
    expect(await bench.call<LogSource[]>('logs.list', {})).toMatchObject([{ kind: 'live', path: live.path }])
  })

  it('that comes too fast is counted, and told a few times a second only', async () => {
    const bench = await Bench.open()
    const live = await bench.call<LiveLog>('logs.startLive', { port: 0 })
    let batches = 0
    let seen = 0
    bench.app.onEvent((event) => {
      if (event.name !== 'log.live') return
      batches += 1
      seen += event.data.messages.length + event.data.skipped
    })
    const tcp = connect(live.port, live.address)
    tcp.end('<14>box: flood\n'.repeat(4000))
    await once(tcp, 'close')
    await bench.until('log.live', () => true)
    expect(seen).toBeGreaterThan(100)
    expect(batches).toBeLessThan(20)
  })
})
