import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { createLog, type LogEntry, silentLog } from '../../../src-main/log/log.ts'
import { createFileSink, formatEntry, stderrSink, teeSink } from '../../../src-main/log/sinks.ts'
import { tempFolder } from '../store/folders.ts'

function collected(level?: 'debug' | 'warn') {
  const entries: LogEntry[] = []
  return { entries, log: createLog((entry) => entries.push(entry), level) }
}

const entry = (given: Partial<LogEntry> = {}): LogEntry => ({
  at: '2024-05-01T09:00:00.000Z',
  level: 'info',
  scope: 'store',
  message: 'opened',
  data: {},
  ...given,
})

describe('log', () => {
  it('hands on entries of its level and above', () => {
    const { entries, log } = collected('warn')
    log.debug('1')
    log.info('2')
    log.warn('3')
    log.error('4')
    expect(entries.map(({ level, message }) => level + message)).toEqual(['warn3', 'error4'])
  })

  it('builds a message only where it is written', () => {
    const { entries, log } = collected()
    const build = vi.fn(() => 'built')
    log.debug(build)
    expect(build).not.toHaveBeenCalled()
    log.info(build)
    expect(entries[0]?.message).toBe('built')
    silentLog.warn(build)
    expect(build).toHaveBeenCalledTimes(1)
  })

  it('names its scope', () => {
    const { entries, log } = collected()
    log.child('cwmp').child('session').info('x')
    expect(entries[0]?.scope).toBe('cwmp.session')
  })

  it('masks secrets before any sink sees them', () => {
    const { entries, log } = collected()
    log.info('x', { password: 'p', nested: { Authorization: 'Basic x' }, port: 7547 })
    expect(entries[0]?.data).toEqual({ password: '********', nested: { Authorization: '********' }, port: 7547 })
  })
})

describe('lines', () => {
  it.each([
    [entry(), '2024-05-01T09:00:00.000Z INFO  store: opened'],
    [
      entry({ scope: '', data: { path: '/a/b.db', n: 1, ok: true } }),
      '2024-05-01T09:00:00.000Z INFO  opened path=/a/b.db n=1 ok=true',
    ],
    [
      entry({ data: { text: 'two words', none: undefined, list: [1, 'a'] } }),
      `2024-05-01T09:00:00.000Z INFO  store: opened text="two words" none=undefined list=[ 1, 'a' ]`,
    ],
    [entry({ level: 'error', message: 'a\r\nb\nc' }), '2024-05-01T09:00:00.000Z ERROR store: a ⏎ b ⏎ c'],
  ])('are for people', (given, line) => expect(formatEntry(given)).toBe(line))

  it('show an error with its stack, in one line', () => {
    const line = formatEntry(entry({ data: { error: new Error('boom') } }))
    expect(line).toContain('Error: boom')
    expect(line).not.toContain('\n')
  })

  it('survive circles and what JSON does not know', () => {
    const circle: Record<string, unknown> = {}
    circle.self = circle
    expect(() => formatEntry(entry({ data: { big: 10n, circle, list: [10n] } }))).not.toThrow()
  })

  it('go to stderr, and to several sinks', () => {
    const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    const { entries, log } = collected()
    teeSink(stderrSink, (given) => log.info(given.message))(entry())
    expect(write).toHaveBeenCalledWith('2024-05-01T09:00:00.000Z INFO  store: opened\n')
    expect(entries).toHaveLength(1)
    write.mockRestore()
  })
})

describe('file', () => {
  it('is turned over at its size and keeps so many', () => {
    const dataDir = tempFolder()
    const sink = createFileSink(dataDir, 1000, 2)
    for (let n = 0; n < 100; n++) sink(entry({ message: `line ${n}` }))
    const logs = join(dataDir, 'logs')
    expect(readdirSync(logs).sort()).toEqual(['fieldacs.log', 'fieldacs.log.1', 'fieldacs.log.2'])
    expect(statSync(join(logs, 'fieldacs.log.1')).size).toBeLessThanOrEqual(1000)
    expect(readFileSync(join(logs, 'fieldacs.log'), 'utf8')).toContain('line 99\n')
    expect(readFileSync(join(logs, 'fieldacs.log.2'), 'utf8')).not.toContain('line 99')
  })

  it('goes on where an earlier run stopped', () => {
    const dataDir = tempFolder()
    createFileSink(dataDir)(entry({ message: 'first' }))
    createFileSink(dataDir)(entry({ message: 'second' }))
    const text = readFileSync(join(dataDir, 'logs/fieldacs.log'), 'utf8')
    expect(text.split('\n').map((line) => line.split(' ').at(-1))).toEqual(['first', 'second', ''])
  })

  it('never breaks what it reports on', () => {
    const blocked = tempFolder()
    writeFileSync(join(blocked, 'logs'), 'a file where the folder should be')
    expect(() => createFileSink(blocked)(entry())).not.toThrow()
    const dataDir = tempFolder()
    mkdirSync(join(dataDir, 'logs/fieldacs.log'), { recursive: true })
    expect(() => createFileSink(dataDir)(entry())).not.toThrow()
  })
})
