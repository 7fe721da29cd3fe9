import { describe, expect, it } from 'vitest'
import { dictionaries, languages } from '#shared/i18n/index.ts'
import { cancelMeaningOf, FirmwareInput, phaseOf, pushSteps, transferShare } from '#shared/model/firmware-push.ts'
import type { Job } from '#shared/model/job.ts'
import type { Transfer, TransferFinding } from '#shared/model/transfer.ts'
import type { SessionFacts } from '../../../../src-main/cwmp/work.ts'
import { boxesToRetry, failuresIn, rowsOf } from '../../../../src-main/firmware/batch-rows.ts'
import { checkFileChoice } from '../../../../src-main/firmware/file-choice.ts'
import { Slots } from '../../../../src-main/firmware/slots.ts'
import { chooseLocalAddress } from '../../../../src-main/transfer/local-address.ts'
import { explainPush } from '../../../../src-main/workflows/firmware/explain.ts'
import { heldLinks, heldPorts } from '../../../../src-main/workflows/firmware/held-links.ts'
import { allRequests, type PromisedLink } from '../../../../src-main/workflows/firmware/push-memo.ts'
import { promiseLink, urlOf } from '../../../../src-main/workflows/firmware/send-download.ts'

const token = '0'.repeat(32)
const link = (change: Partial<PromisedLink>): PromisedLink => ({
  token,
  login: null,
  transport: 'http',
  address: '192.168.1.10',
  port: 7567,
  ...change,
})

describe('the link for a box', () => {
  it.each<[Partial<PromisedLink>, string]>([
    [{}, `http://192.168.1.10:7567/${token}/fw%201.bin`],
    [{ transport: 'https', port: 443 }, `https://192.168.1.10/${token}/fw%201.bin`],
    [{ transport: 'tftp', port: 69 }, `tftp://192.168.1.10/${token}/fw%201.bin`],
    [{ transport: 'ftp', port: 2121 }, `ftp://192.168.1.10:2121/${token}/fw%201.bin`],
    [{ address: 'fe80::1' }, `http://[fe80::1]:7567/${token}/fw%201.bin`],
  ])('%o', (change, url) => expect(urlOf(link(change), 'fw 1.bin')).toBe(url))

  const facts = { remoteAddress: '192.168.1.20', localAddress: '127.0.0.1' } as SessionFacts
  const deps = (bound: string) => ({
    serverOf: () => ({ address: bound, port: 7567 }),
    addressFor: ({ remoteAddress, localAddress }: SessionFacts, at: string) =>
      chooseLocalAddress({ remote: remoteAddress, connectionLocal: localAddress, bound: at, adapters: [] }),
  })

  it('never sends a box on another host to localhost', () => {
    expect(() => promiseLink({ transport: 'http', auth: 'none' }, facts, deps('127.0.0.1'))).toThrow(
      'NO_ADDRESS_FOR_BOX',
    )
    expect(promiseLink({ transport: 'http', auth: 'none' }, facts, deps('192.168.1.10')).address).toBe('192.168.1.10')
  })

  it.each([
    ['http', 'none', null],
    ['http', 'digest', { scheme: 'digest' }],
    ['https', 'basic', { scheme: 'basic' }],
    ['tftp', 'digest', null],
    ['ftp', 'none', { username: expect.any(String) }],
  ] as const)('by %s with login %s', (transport, auth, login) => {
    const promised = promiseLink({ transport, auth }, facts, deps('192.168.1.10'))
    if (login === null) expect(promised.login).toBeNull()
    else expect(promised.login).toMatchObject(login)
  })

  it('names the server that is off', () => {
    const off = { ...deps(''), serverOf: () => null }
    expect(() => promiseLink({ transport: 'ftp', auth: 'none' }, facts, off)).toThrow('FILE_SERVER_OFF')
  })
})

describe('requests over a restart of the app', () => {
  const request = (id: string, change: Partial<Transfer>): Transfer => ({
    linkId: 'l',
    requestId: id,
    protocol: 'http',
    address: '',
    method: 'GET',
    path: '',
    range: null,
    bytesSent: 0,
    bytesReceived: 0,
    total: 100,
    state: 'progress',
    httpStatus: 200,
    reason: null,
    warnings: [],
    startedAt: 't',
    endedAt: null,
    ...change,
  })
  it('end where the app died, or where the box goes on', () => {
    const earlier = [request('a', { bytesSent: 30 })]
    expect(allRequests(earlier, [])).toMatchObject([{ state: 'aborted', bytesSent: 30 }])
    const resumed = request('b', { range: { start: 45, end: 99 } })
    expect(allRequests(earlier, [resumed])).toMatchObject([{ bytesSent: 45 }, { requestId: 'b' }])
    const anew = request('b', {})
    expect(allRequests(earlier, [anew])).toMatchObject([{ bytesSent: 30 }, { requestId: 'b' }])
  })
  it('are counted once while the app lives', () => {
    const now = [request('a', { bytesSent: 50 })]
    expect(allRequests([request('a', { bytesSent: 30 })], now)).toEqual(now)
  })
})

describe('explanations', () => {
  const tookAll: TransferFinding = { type: 'tookAll', total: 9, requests: 1 }
  it.each<[number, TransferFinding, string]>([
    [9015, { type: 'neverAsked' }, 'neverAsked'],
    [9001, { type: 'neverAsked' }, 'refusedAtOnce'],
    [9013, { type: 'neverAsked' }, 'protocolUnsupported'],
    [9012, { type: 'refused', reason: 'credentials', status: 401 }, 'loginRefused'],
    [9017, { type: 'stopped', bytes: 3, total: 9 }, 'stopped'],
    [9018, tookAll, 'tookAllCorrupt'],
    [9019, tookAll, 'tookAllUntrusted'],
    [9010, tookAll, 'tookAllRefused'],
    [9802, tookAll, 'tookAll'],
    [0, { type: 'onlyProbed' }, 'onlyProbed'],
  ])('fault %i with %o', (fault, finding, code) => {
    const explained = explainPush({ server: 'a:1', protocol: 'http', fault, finding })
    expect(explained.code).toBe(code)
    for (const language of languages) expect(dictionaries[language].firmware.explanations).toHaveProperty(code)
  })
})

describe('slots', () => {
  const never = new AbortController().signal
  it('go to the first who came, when there is room', async () => {
    let limit = 1
    const slots = new Slots(() => limit)
    const entered: string[] = []
    const enter = (holder: string, signal = never) => slots.acquire(holder, signal).then(() => entered.push(holder))
    const leaving = new AbortController()
    void enter('a')
    void enter('b')
    const left = enter('c', leaving.signal)
    void enter('d')
    await Promise.resolve()
    expect(entered).toEqual(['a'])
    leaving.abort(new Error('gone'))
    await expect(left).rejects.toThrow('gone')
    slots.release('a')
    slots.release('a')
    await new Promise(setImmediate)
    expect(entered).toEqual(['a', 'b'])
    limit = 2
    slots.admit()
    await new Promise(setImmediate)
    expect(entered).toEqual(['a', 'b', 'd'])
  })
  it('are taken over the limit by what is under way', async () => {
    const slots = new Slots(() => 1)
    slots.take('old')
    let isIn = false
    void slots.acquire('new', never).then(() => {
      isIn = true
    })
    await new Promise(setImmediate)
    expect(isIn).toBe(false)
    slots.release('old')
    await new Promise(setImmediate)
    expect(isIn).toBe(true)
  })
})

describe('rows of a batch', () => {
  const job = (id: string, deviceId: string, state: Job['state']): Job =>
    ({ id, deviceId, state, kind: 'firmware', createdAt: id, endedAt: null, error: null, result: null }) as Job
  const jobs = [
    job('1', 'x', 'failed'),
    job('2', 'y', 'succeeded'),
    job('3', 'z', 'cancelled'),
    job('4', 'x', 'running'),
  ]
  const jobOf = (id: string) => jobs.find((one) => one.id === id) ?? null
  it('show the latest job of each box in the order of the first round', () => {
    const rows = rowsOf([['1', '2', '3'], ['4']], jobOf)
    expect(rows.map(({ deviceId, jobId, attempts }) => [deviceId, jobId, attempts])).toEqual([
      ['x', '4', 2],
      ['y', '2', 1],
      ['z', '3', 1],
    ])
    expect(boxesToRetry(rows)).toEqual(['z'])
    expect(failuresIn(['1', '2', '3'], jobOf)).toBe(1)
  })
})

describe('steps', () => {
  it('are worded, and never go back', () => {
    const froms = Object.values(pushSteps).map(({ from }) => from)
    expect(froms).toEqual([...froms].sort((a, b) => a - b))
    for (const language of languages)
      for (const step of Object.keys(pushSteps)) expect(dictionaries[language].steps).toHaveProperty(step)
  })
  it('say what Cancel means', () => {
    expect(['queued', 'readingVersion', 'transferring', 'installing', 'verifying'].map(cancelMeaningOf)).toEqual([
      'stop',
      'stop',
      'withdraw',
      'impossible',
      'skip',
    ])
    expect(phaseOf('waitingForRestart')).toBe('installing')
    expect([transferShare(0, 10), transferShare(10, 10), transferShare(20, 10), transferShare(0, 0)]).toEqual([
      0.1, 0.65, 0.65, 0.1,
    ])
  })
})

it('goes back to the ports that boxes hold links to', () => {
  const memo = { timeline: [], sent: { link: link({ transport: 'ftp', port: 41_000 }) } }
  const records = {
    unfinished: () =>
      [
        { id: 'a', kind: 'firmware', input: { firmwareId: 'f1' } },
        { id: 'b', kind: 'read' },
        { id: 'c', kind: 'firmware' },
      ] as Job[],
    getMemo: (id: string) => (id === 'a' ? memo : null),
  }
  expect(heldPorts(records)).toEqual({ ftp: 41_000 })
  expect(heldLinks(records)).toMatchObject([{ firmwareId: 'f1', link: { port: 41_000 } }])
})

it('refuses what cannot be meant for a box', () => {
  for (const name of ['fw.bin', '固件.upf', 'noending', 'box.zip', 'a.exe.bin']) checkFileChoice(name, 5)
  for (const name of ['setup.EXE', '说明.pdf', 'photo.jpg'])
    expect(() => checkFileChoice(name, 5)).toThrow('FIRMWARE_WRONG_KIND')
  expect(() => checkFileChoice('fw.bin', 2 ** 32)).toThrow('FIRMWARE_TOO_LARGE')
})

it('fills in what a caller leaves out', () => {
  expect(FirmwareInput.parse({ firmwareId: 'a' })).toEqual({
    firmwareId: 'a',
    transport: 'http',
    delaySeconds: 0,
    targetFileName: '',
    auth: 'none',
    verifyTimeoutSeconds: 900,
    graceSeconds: 20,
  })
})
