import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { downloadStatus, type FlashingBoxOptions, type Told } from './flashing-box.ts'
import { bytes, fetchAll, flashed, openForeign, toldOf } from './foreign-bench.ts'

/** One request as a box writes it, to the end of the connection; the head and the body that came. */
async function exchange(port: number, lines: string[]): Promise<{ head: string; body: Buffer }> {
  const socket = connect(port, '127.0.0.1')
  const chunks: Buffer[] = []
  socket.on('data', (chunk: Buffer) => chunks.push(chunk))
  socket.write(`${lines.join('\r\n')}\r\n\r\n`)
  await once(socket, 'close')
  const all = Buffer.concat(chunks)
  const end = all.indexOf('\r\n\r\n')
  return { head: all.subarray(0, end).toString(), body: all.subarray(end + 4) }
}

interface Way {
  name: string
  /** Path of the request, out of the path in the link. */
  path?: (path: string) => string
  method?: string
  version?: string
  headers?: string[]
  /** What of the file is to come. */
  part?: [start: number, end: number]
}

const plain: Way = { name: 'a plain GET' }
const half = bytes.length / 2

/** Each a sequence of requests of one box, by which it gets the whole file. */
const fetches: [string, Way[]][] = [
  ['asks by HEAD first', [{ name: 'HEAD', method: 'HEAD', part: [0, 0] }, plain]],
  ['asks for all of it as a range', [{ name: 'open range', headers: ['Range: bytes=0-'] }]],
  [
    'fetches halves side by side',
    [
      { name: 'first half', headers: [`Range: bytes=0-${half - 1}`], part: [0, half] },
      { name: 'second half', headers: [`Range: bytes=${half}-`], part: [half, bytes.length] },
    ],
  ],
  ['speaks HTTP/1.0 without Host', [{ name: 'HTTP/1.0', version: '1.0' }]],
  ['sends a wrong Host', [{ name: 'Host', headers: ['Host: acs.operator.example'] }]],
  ['writes the whole URL', [{ name: 'absolute', path: (path) => `http://127.0.0.1${path}` }]],
  ['encodes the name once more', [{ name: 'twice', path: (path) => path.replaceAll('%', '%25') }]],
  ['writes the escapes in small letters', [{ name: 'small', path: (path) => path.toLowerCase() }]],
  ['doubles the slash', [{ name: 'slash', path: (path) => `/${path.replaceAll('/', '//')}` }]],
  ['appends a name of its own', [{ name: 'appended', path: (path) => `${path}/stb.bin` }]],
  ['leaves the name out', [{ name: 'folder', path: (path) => path.split('/').slice(0, 2).join('/') }]],
  ['adds a query', [{ name: 'query', path: (path) => `${path}?mac=0A0B0C000001` }]],
]

/** Fetches as told, each way in turn or, where there are several parts, side by side. */
async function fetchBy({ url }: Told, ways: readonly Way[]): Promise<void> {
  const { port, pathname } = new URL(url)
  await Promise.all(
    ways.map(async ({ path, method = 'GET', version = '1.1', headers = [], part = [0, bytes.length] }) => {
      const target = path?.(pathname) ?? pathname
      const host = version === '1.0' || headers.some((header) => header.startsWith('Host:')) ? [] : ['Host: x']
      const request = [`${method} ${target} HTTP/${version}`, ...host, ...headers, 'Connection: close']
      const { head, body } = await exchange(Number(port), request)
      expect(head).toMatch(/^HTTP\/1\.1 20[06] /)
      expect(body.equals(bytes.subarray(...part))).toBe(true)
    }),
  )
}

describe('a box that fetches in its own way', () => {
  it.each(fetches)('%s', async (_name, ways) => {
    const { bench, box, push } = await openForeign()
    const id = await push()
    await fetchBy(toldOf(box), ways)
    await flashed(box)
    const job = await bench.ended<'firmware'>(id)
    expect(job.error).toBeNull()
    expect(job.result).toMatchObject({ verdict: 'proven', transfer: { bytes: bytes.length } })
  })
})

it('sends the name without its escapes: HTTP cannot carry that, and the explanation says so', async () => {
  const { bench, box, push } = await openForeign()
  const id = await push()
  const { port, pathname } = new URL(toldOf(box).url)
  const decoded = decodeURIComponent(pathname).replaceAll(' ', '+')
  const { head } = await exchange(Number(port), [`GET ${decoded} HTTP/1.1`, 'Host: x'])
  expect(head).toMatch(/^HTTP\/1\.1 400 /)
  await box.session([['7 TRANSFER COMPLETE']], [box.complete(9010, 'download failed')])
  const { result } = await bench.ended<'firmware'>(id)
  expect(result).toMatchObject({ verdict: 'failed', explanation: { code: 'wrongPath', params: { count: 1 } } })
  expect(result.explanation?.params.path).toContain('机顶盒')
})

/** Between two sessions of a box, as a rule far longer. */
const restartMs = 500

/** Boxes that have fetched and answer Download, report and restart each in an order of their own. */
const orders: [
  string,
  Partial<FlashingBoxOptions>,
  (box: Awaited<ReturnType<typeof openForeign>>['box']) => Promise<void>,
][] = [
  [
    'in the session of the Download, before its answer',
    { reports: 'beforeAnswer' },
    async (box) => {
      box.version = '2.0'
      await box.session([['1 BOOT']])
    },
  ],
  [
    'in the session of the Download, after its answer',
    { reports: 'afterAnswer' },
    async (box) => {
      box.version = '2.0'
      await box.session([['1 BOOT'], ['M Download', toldOf(box).commandKey]])
    },
  ],
  [
    'in a session of its own, and restarts in a later one',
    {},
    async (box) => {
      await box.session([['7 TRANSFER COMPLETE'], ['M Download', toldOf(box).commandKey]], [box.complete()])
      box.version = '2.0'
      await pause(restartMs)
      await box.session([['1 BOOT']])
    },
  ],
  ['after the restart, with 1 BOOT, 7 TRANSFER COMPLETE and M Download', {}, flashed],
  [
    'after the restart, in the session that follows the one with 1 BOOT',
    {},
    async (box) => {
      box.version = '2.0'
      await box.session([['1 BOOT']])
      await pause(restartMs)
      await box.session([['7 TRANSFER COMPLETE']], [box.complete()])
    },
  ],
  [
    'without the CommandKey',
    {},
    async (box) => {
      const report = box.complete().replace(toldOf(box).commandKey, '')
      box.version = '2.0'
      await box.session([['1 BOOT'], ['7 TRANSFER COMPLETE'], ['M Download']], [report])
    },
  ],
  [
    'twice, as after an answer that was lost',
    {},
    async (box) => {
      box.version = '2.0'
      await box.session([['1 BOOT'], ['7 TRANSFER COMPLETE']], [box.complete(), box.complete()])
    },
  ],
  [
    'never',
    {},
    async (box) => {
      box.version = '2.0'
      await box.session([['1 BOOT']])
    },
  ],
]

describe('a box that reports', () => {
  it.each(orders)('%s', async (_name, options, rest) => {
    const { bench, box, push } = await openForeign({
      async onDownload(told) {
        await fetchAll(told)
        return downloadStatus(1)
      },
      ...options,
    })
    const id = await push()
    await rest(box)
    const job = await bench.ended<'firmware'>(id)
    expect(job.error).toBeNull()
    expect(job.result).toMatchObject({ verdict: 'proven', from: '1.0', to: '2.0', fault: null })
    expect(box.asked.filter((method) => method === 'Download')).toHaveLength(1)
  })
})
