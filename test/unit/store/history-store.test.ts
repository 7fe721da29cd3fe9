import { describe, expect, it } from 'vitest'
import type { HistoryQuery } from '#shared/model/history.ts'
import { codeOf, tempStores } from './folders.ts'
import { aDevice, aJob, aSession, aSnapshot } from './samples.ts'

const living = aDevice({ id: 'A-STB-1', serialNumber: 'SN0001', note: 'third floor, 50% signal' })
const bedroom = aDevice({
  id: 'A-STB-2',
  serialNumber: 'SN0002',
  modelName: '',
  manufacturer: '华盒',
  note: 'bed_room',
})

function filled() {
  const stores = tempStores()
  stores.devices.upsert(living, [])
  stores.devices.upsert(bedroom, [])
  const at = (day: number) => `2024-05-0${day}T09:00:00.000Z`
  stores.sessions.insert(
    aSession({
      id: 's1',
      deviceId: living.id,
      startedAt: at(1),
      endedAt: '2024-05-01T09:00:02.500Z',
      outcome: 'completed',
      events: ['1 BOOT', '4 VALUE CHANGE'],
    }),
  )
  stores.jobs.insert(
    aJob({
      id: 'j2',
      deviceId: living.id,
      createdAt: at(2),
      endedAt: '2024-05-02T09:00:10.000Z',
      state: 'succeeded',
      input: { paths: ['Device.WiFi.SSID.1.SSID'] },
    }),
  )
  stores.jobs.insert(
    aJob({
      id: 'j3',
      deviceId: bedroom.id,
      createdAt: at(3),
      state: 'queued',
      input: { values: [{ name: 'Device.Users.User.1.Password', value: 'sesame' }] },
    }),
  )
  stores.jobs.update('j3', { state: 'failed', error: { code: 'CWMP_9005', params: {}, remedy: 'explainFault' } })
  stores.snapshots.insert(aSnapshot({ id: 'n4', deviceId: bedroom.id, takenAt: at(4), name: 'before 100% reset' }))
  stores.jobs.insert(aJob({ id: 'j5', deviceId: 'forgotten', createdAt: at(5), state: 'interrupted' }))
  stores.sessions.insert(
    aSession({ id: 's6', deviceId: null, startedAt: at(6), outcome: 'refused', reason: 'badBody' }),
  )
  return stores
}

const queries: [string, HistoryQuery, string[]][] = [
  ['everything, newest first', {}, ['s6', 'j5', 'n4', 'j3', 'j2', 's1']],
  ['at most', { limit: 2 }, ['s6', 'j5']],
  ['one device', { deviceId: living.id }, ['j2', 's1']],
  ['kind', { kind: 'read' }, ['j5', 'j3', 'j2']],
  ['state', { state: 'failed' }, ['j3']],
  ['from an instant, inclusive', { from: '2024-05-04T09:00:00.000Z' }, ['s6', 'j5', 'n4']],
  ['to an instant in another zone', { to: '2024-05-02T17:00:00+08:00' }, ['j2', 's1']],
  ['bare dates, whole days', { from: '2024-05-02', to: '2024-05-03' }, ['j3', 'j2']],
  ['serial number', { text: 'sn0002' }, ['n4', 'j3']],
  ['manufacturer in Chinese', { text: '华盒' }, ['n4', 'j3']],
  ['words in any order', { text: ' floor  third ' }, ['j2', 's1']],
  ['words in entry and device', { text: 'SSID SN0001' }, ['j2']],
  ['a percent sign, literally', { text: '0%' }, ['n4', 'j2', 's1']],
  ['an underscore, literally', { text: 'd_r' }, ['n4', 'j3']],
  ['a backslash, literally', { text: '\\' }, []],
  ['a quote', { text: "'; DROP TABLE jobs; --" }, []],
  ['a path that was read', { text: 'WiFi.SSID' }, ['j2']],
  ['a path that was written', { text: 'User.1.Password' }, ['j3']],
  ['a value that was written is not searched', { text: 'sesame' }, []],
  ['error code', { text: 'CWMP_9005' }, ['j3']],
  ['not the words of the stored error', { text: 'explainFault' }, []],
  ['name of a snapshot', { text: '100% reset' }, ['n4']],
  ['event of a session', { text: '4 VALUE' }, ['s1']],
  ['device that was forgotten', { text: 'forgotten' }, ['j5']],
  [
    'all at once',
    { text: 'ssid', deviceId: living.id, kind: 'read', state: 'succeeded', from: '2024-05-02', limit: 1 },
    ['j2'],
  ],
]

describe('search', () => {
  it.each(queries)('by %s', (_, query, ids) => {
    expect(
      filled()
        .history.search(query)
        .map(({ id }) => id),
    ).toEqual(ids)
  })

  it('words its entries', () => {
    const entries = new Map(
      filled()
        .history.search({})
        .map((entry) => [entry.id, entry]),
    )
    expect(entries.get('s1')).toEqual({
      type: 'session',
      id: 's1',
      deviceId: living.id,
      deviceLabel: 'Home Box 100 SN0001',
      at: '2024-05-01T09:00:00.000Z',
      title: '1 BOOT, 4 VALUE CHANGE',
      state: 'completed',
      durationMs: 2500,
    })
    expect(entries.get('j2')).toMatchObject({ type: 'job', title: 'read', state: 'succeeded', durationMs: 10_000 })
    expect(entries.get('n4')).toMatchObject({ title: 'before 100% reset', state: '', deviceLabel: 'STB100 SN0002' })
    expect(entries.get('j5')).toMatchObject({ deviceLabel: 'forgotten', durationMs: null })
    expect(entries.get('s6')).toMatchObject({ deviceId: null, deviceLabel: '', state: 'refused' })
  })

  it('refuses a time that is none', () => {
    expect(codeOf(() => tempStores().history.search({ from: 'yesterday' }))).toBe('BAD_REQUEST')
  })

  it('answers quickly over 100,000 jobs', () => {
    const { jobs, history, db } = tempStores()
    db.transaction(() => {
      for (let n = 0; n < 100_000; n++)
        jobs.insert(
          aJob({ id: `j${n}`, deviceId: `d${n % 100}`, createdAt: new Date(1.7e12 + n * 1000).toISOString() }),
        )
    })()
    for (const query of [
      {},
      { deviceId: 'd7' },
      { kind: 'read' },
      { text: 'DeviceInfo' },
      { text: 'nowhere' },
    ] as const) {
      const start = performance.now()
      history.search(query)
      expect(performance.now() - start).toBeLessThan(1000)
    }
  }, 60_000)
})
