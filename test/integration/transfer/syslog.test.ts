import { createSocket } from 'node:dgram'
import { connect } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { SyslogMessage } from '#shared/model/syslog.ts'
import { SyslogServer } from '../../../src-main/transfer/syslog/syslog-server.ts'
import { hasTool, runTool } from './support.ts'

const messages: SyslogMessage[] = []
const server = new SyslogServer({
  address: '127.0.0.1',
  port: 0,
  onMessage: (message) => messages.push(message),
  isHeard: (address) => address === '127.0.0.1',
  maxPerSecond: 50,
})
let port = 0

beforeAll(async () => {
  port = (await server.start()).port
})
beforeEach(async () => {
  // A fresh second for the rate limit.
  await new Promise((resolve) => setTimeout(resolve, 1000 - (performance.now() % 1000) + 5))
  messages.length = 0
})
afterAll(() => server.stop())

async function until(count: number): Promise<void> {
  for (let tries = 0; messages.length < count && tries < 200; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

it.skipIf(!hasTool('logger')).each([
  ['UDP, RFC 3164', ['-d', '--rfc3164'], { transport: 'udp', format: 'rfc3164' }],
  ['UDP, RFC 5424', ['-d', '--rfc5424'], { transport: 'udp', format: 'rfc5424' }],
  ['TCP, lines', ['-T', '--rfc3164'], { transport: 'tcp', format: 'rfc3164' }],
  ['TCP, octet counting', ['-T', '--rfc5424', '--octet-count'], { transport: 'tcp', format: 'rfc5424' }],
])('logger (skipped where it is missing) over %s', async (_, args, expected) => {
  const common = ['-n', '127.0.0.1', '-P', String(port), '-t', 'stb', '-p', 'local0.warning']
  expect(await runTool('logger', [...args, ...common, '认证失败 code=1302'])).toMatchObject({ status: 0 })
  await until(1)
  expect(messages).toMatchObject([
    { ...expected, facility: 16, severity: 'warning', app: 'stb', text: '认证失败 code=1302' },
  ])
})

it('keeps the last line of a connection that ends without a line end', async () => {
  const socket = connect(port, '127.0.0.1', () => socket.end('<14>a: one\n<14>a: cut off he'))
  await until(2)
  expect(messages.map(({ text, isTruncated }) => [text, isTruncated])).toEqual([
    ['one', false],
    ['cut off he', true],
  ])
})

// Only Linux has all of 127.0.0.0/8 on its loopback.
it.skipIf(process.platform !== 'linux')('hears the chosen box only, and no flood', async () => {
  const stranger = createSocket('udp4')
  await new Promise<void>((resolve) => stranger.bind(0, '127.0.0.2', resolve))
  stranger.send('<14>x: stranger', port, '127.0.0.1')
  const socket = connect(port, '127.0.0.1', () => socket.end('<14>a: flood\n'.repeat(200)))
  await until(50)
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(messages.length).toBe(50)
  expect(server.dropped).toBe(150)
  expect(messages.some(({ text }) => text === 'stranger')).toBe(false)
  stranger.close()
})
