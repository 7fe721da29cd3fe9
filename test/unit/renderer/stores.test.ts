import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Bridge, CallReply } from '../../../shared/bridge.ts'
import type { AppSnapshot, EventMessage } from '../../../shared/contract.ts'
import type { Device } from '../../../shared/model/device.ts'
import type { TraceMessage } from '../../../shared/model/session.ts'
import { defaultSettings } from '../../../shared/model/settings.ts'
import { applyEvent, stateOf } from '../../../src-renderer/stores/app-state.ts'
import { mergeTraces } from '../../../src-renderer/stores/trace-store.ts'

const box: Device = {
  id: 'box',
  manufacturer: 'ACME',
  oui: 'ACDE48',
  productClass: 'STB',
  serialNumber: 'S1',
  modelName: 'STB',
  softwareVersion: '1',
  hardwareVersion: '1',
  address: '192.168.1.20',
  dataModel: 'tr106',
  status: 'informing',
  firstSeenAt: '2026-01-01T00:00:00.000Z',
  lastInformAt: null,
  lastEvents: [],
  cwmpVersion: '1.0',
  connectionRequestUrl: '',
  udpConnectionRequestAddress: '',
  periodicInformInterval: null,
  virtual: false,
  inSession: false,
  note: '',
}

const snapshot: AppSnapshot = {
  seq: 10,
  version: '1',
  dataDir: '/data',
  settings: defaultSettings,
  adapters: [],
  listeners: [],
  endpoints: { acsUrl: '', acsTlsUrl: null, fileUrl: '', stun: { address: '', port: 0 } },
  devices: [box],
  jobs: [],
  sessions: [],
  virtualBoxes: [],
}

const changed = (seq: number, softwareVersion: string): EventMessage => ({
  seq,
  name: 'device.changed',
  data: { ...box, softwareVersion },
})

describe('the state of the window', () => {
  test('takes an event that is newer than its snapshot', () => {
    const state = applyEvent(stateOf(snapshot), changed(11, '2'))
    expect(state).toMatchObject({ seq: 11, devices: { box: { softwareVersion: '2' } } })
  })

  test('leaves an event that its snapshot already holds', () => {
    const state = stateOf(snapshot)
    expect(applyEvent(state, changed(10, 'old'))).toBe(state)
  })

  test('forgets a box that was removed', () => {
    const state = applyEvent(stateOf(snapshot), { seq: 11, name: 'device.removed', data: { id: 'box' } })
    expect(state.devices).toEqual({})
  })
})

describe('the sync', () => {
  let listener: (message: EventMessage) => void
  let snapshots: AppSnapshot[]

  beforeEach(() => {
    vi.resetModules()
    vi.useFakeTimers()
    const bridge: Bridge = {
      platform: 'test',
      chooseFiles: () => Promise.resolve([]),
      acceptDropped: () => Promise.resolve([]),
      showInFolder: () => Promise.resolve(),
      subscribe(heard) {
        listener = heard
        return () => {}
      },
      chooseSavePath: () => Promise.resolve(null),
      invoke: (name) =>
        Promise.resolve<CallReply>(
          name === 'app.snapshot'
            ? { ok: true, value: snapshots.shift() }
            : { ok: false, error: { code: 'NOT_FOUND', params: {}, remedy: 'refresh' } },
        ),
    }
    vi.stubGlobal('window', { fieldacs: bridge })
  })

  async function started() {
    const { startSync } = await import('../../../src-renderer/stores/sync.ts')
    const { currentApp } = await import('../../../src-renderer/stores/app-store.ts')
    startSync()
    return { version: () => currentApp()?.devices.box?.softwareVersion, currentApp }
  }

  test('keeps events that come before the snapshot and applies those that are newer', async () => {
    snapshots = [snapshot]
    const { version } = await started()
    listener(changed(10, 'too old'))
    listener(changed(11, '2'))
    await vi.runAllTimersAsync()
    expect(version()).toBe('2')
  })

  test('takes a new snapshot when an event is missing', async () => {
    snapshots = [snapshot, { ...snapshot, seq: 20, devices: [{ ...box, softwareVersion: '9' }] }]
    const { version, currentApp } = await started()
    await vi.runAllTimersAsync()
    listener(changed(15, 'after a gap'))
    await vi.runAllTimersAsync()
    expect(version()).toBe('9')
    expect(currentApp()?.seq).toBe(20)
  })
})

describe('the trace', () => {
  const message = (id: number, sessionId = 's'): TraceMessage => ({
    id,
    sessionId,
    at: '2026-01-01T00:00:00.000Z',
    direction: 'in',
    method: 'Inform',
    cwmpId: null,
    summary: {},
    httpStatus: null,
    headers: [],
    sizeBytes: 0,
    body: '',
    bodyTruncated: false,
    fault: null,
    warnings: [],
  })

  test('shows each message once and in order, however it comes', () => {
    const live = mergeTraces({}, [message(3), message(4)])
    const both = mergeTraces(live, [message(1), message(2), message(3), message(4)])
    expect(both.s?.messages.map(({ id }) => id)).toEqual([1, 2, 3, 4])
  })

  test('takes the stored form, which has the body, in place of the live one', () => {
    const live = mergeTraces({}, [message(1)])
    expect(mergeTraces(live, [{ ...message(1), body: '<x/>' }]).s?.messages[0]?.body).toBe('<x/>')
  })

  test('drops the oldest messages and the oldest sessions', () => {
    const long = mergeTraces(
      {},
      Array.from({ length: 5100 }, (_, id) => message(id)),
    )
    expect(long.s).toMatchObject({ dropped: 100 })
    expect(long.s?.messages[0]?.id).toBe(100)
    let many = {}
    for (let id = 0; id < 40; id += 1) many = mergeTraces(many, [message(id, `session ${id}`)])
    expect(Object.keys(many)).toHaveLength(30)
    expect(Object.keys(many)[0]).toBe('session 10')
  })
})
