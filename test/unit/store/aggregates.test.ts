import { describe, expect, it, vi } from 'vitest'
import type { Job } from '#shared/model/job.ts'
import { codeOf, tempFolder, tempStores } from './folders.ts'
import { aDevice, aJob, aMessage, aSession, aSnapshot, parameters } from './samples.ts'

describe('devices', () => {
  it('come back as they went in, never in a session', () => {
    const { devices } = tempStores()
    const device = aDevice({ virtual: true, inSession: true, note: "it's 100% 中文", periodicInformInterval: null })
    devices.upsert(device, parameters(2))
    expect(devices.list()).toEqual([{ ...device, inSession: false }])
    expect(devices.get(device.id)).toEqual({
      ...device,
      methods: null,
      inSession: false,
      informParameters: parameters(2),
    })
    expect(devices.get('other')).toBeNull()
  })

  it('are replaced by upsert, changed by update, gone after remove', () => {
    const { devices } = tempStores()
    devices.upsert(aDevice(), parameters(1))
    devices.upsert(aDevice({ softwareVersion: '2.0' }), parameters(5000))
    devices.update(aDevice().id, { status: 'lost', inSession: true, lastEvents: [] })
    expect(devices.get(aDevice().id)).toMatchObject({ softwareVersion: '2.0', status: 'lost', lastEvents: [] })
    expect(devices.get(aDevice().id)?.informParameters).toHaveLength(5000)
    devices.remove(aDevice().id)
    expect(devices.list()).toEqual([])
    expect(() => devices.update(aDevice().id, { status: 'seen' })).not.toThrow()
  })

  it('are listed by their last Inform', () => {
    const { devices } = tempStores()
    const at = (minute: number) => `2024-05-01T09:0${minute}:00.000Z`
    devices.upsert(aDevice({ id: 'never', lastInformAt: null }), [])
    devices.upsert(aDevice({ id: 'old', lastInformAt: at(1) }), [])
    devices.upsert(aDevice({ id: 'new', lastInformAt: at(2) }), [])
    expect(devices.list().map(({ id }) => id)).toEqual(['new', 'old', 'never'])
  })

  it('survive a damaged row', () => {
    const { devices, db } = tempStores()
    devices.upsert(aDevice(), parameters(100))
    db.exec("UPDATE devices SET last_events = '[\"1 B', inform_parameters = x'0102030405'")
    expect(devices.get(aDevice().id)).toMatchObject({ lastEvents: [], informParameters: [] })
  })
})

describe('sessions', () => {
  it('come back as they went in, newest first', () => {
    const { sessions } = tempStores()
    const first = aSession({ warnings: [{ code: 'noCwmpId', params: { at: 3 } }] })
    const second = aSession({ id: 's2', deviceId: null, startedAt: '2024-05-01T09:01:00.000Z' })
    sessions.insert(first)
    sessions.insert(second)
    expect(sessions.list()).toEqual([second, first])
    expect(sessions.list({ limit: 1 })).toEqual([second])
    expect(sessions.list({ deviceId: aDevice().id })).toEqual([first])
    sessions.update('s1', { outcome: 'completed', endedAt: '2024-05-01T09:00:09.000Z', messageCount: 6 })
    expect(sessions.get('s1')).toMatchObject({ outcome: 'completed', messageCount: 6 })
    expect(sessions.get('s3')).toBeNull()
  })

  it('left open by a crash end at their last message', () => {
    const { sessions, traces } = tempStores()
    sessions.insert(aSession())
    sessions.insert(aSession({ id: 'silent' }))
    sessions.insert(aSession({ id: 'done', outcome: 'completed', endedAt: '2024-05-01T09:00:09.000Z' }))
    traces.add(aMessage({ at: '2024-05-01T09:00:03.000Z' }))
    traces.add(aMessage({ at: '2024-05-01T09:00:04.000Z' }))
    traces.flush()
    expect(sessions.closeOpen('stopped', 'crash')).toBe(2)
    expect(sessions.get('s1')).toMatchObject({
      outcome: 'stopped',
      reason: 'crash',
      endedAt: '2024-05-01T09:00:04.000Z',
    })
    expect(sessions.get('silent')?.endedAt).toBe('2024-05-01T09:00:00.000Z')
    expect(sessions.get('done')?.outcome).toBe('completed')
    expect(sessions.closeOpen('stopped', 'crash')).toBe(0)
  })
})

describe('jobs', () => {
  it('come back as they went in', () => {
    const { jobs } = tempStores()
    const job = aJob({
      state: 'failed',
      error: { code: 'CWMP_9005', params: { name: 'Device.X' }, remedy: 'explainFault' },
      result: { values: parameters(2000), failed: [] },
      input: { paths: ['a', 'b'], more: { deep: [1, null, '中'] } },
    })
    jobs.insert(job)
    expect(jobs.get('j1')).toEqual(job)
    expect(jobs.get('j2')).toBeNull()
  })

  it('are changed field by field', () => {
    const { jobs } = tempStores()
    jobs.insert(aJob())
    jobs.update('j1', { progress: 0.5 })
    jobs.update('j1', { state: 'running', step: 'reading' })
    jobs.update('j1', {})
    expect(jobs.get('j1')).toEqual(aJob({ state: 'running', step: 'reading', progress: 0.5 }))
    jobs.update('j1', { result: { values: [] }, error: null, state: 'succeeded' })
    jobs.update('j1', { result: null })
    expect(jobs.get('j1')?.result).toBeNull()
    expect(codeOf(() => jobs.update('j2', { state: 'running' }))).toBe('JOB_NOT_FOUND')
    expect(codeOf(() => jobs.setMemo('j2', 1))).toBe('JOB_NOT_FOUND')
  })

  it('remember a memo of any shape', () => {
    const { jobs } = tempStores()
    jobs.insert(aJob())
    jobs.insert(aJob({ id: 'j2' }), { sent: ['Download'] })
    expect(jobs.getMemo('j1')).toBeNull()
    expect(jobs.getMemo('j2')).toEqual({ sent: ['Download'] })
    for (const memo of [0, '', false, [], 'x'.repeat(10_000), { a: parameters(200) }, null]) {
      jobs.setMemo('j1', memo)
      expect(jobs.getMemo('j1')).toEqual(memo)
    }
    expect(jobs.getMemo('nobody')).toBeNull()
  })

  it('are filtered, newest first; the unfinished oldest first', () => {
    const { jobs } = tempStores()
    const states: Job['state'][] = [
      'queued',
      'running',
      'waiting',
      'cancelling',
      'succeeded',
      'failed',
      'cancelled',
      'interrupted',
    ]
    for (const [n, state] of states.entries())
      jobs.insert(aJob({ id: state, state, createdAt: `2024-05-01T09:00:0${n}.000Z` }))
    jobs.insert(aJob({ id: 'elsewhere', deviceId: 'other', createdAt: '2024-05-01T08:00:00.000Z' }))
    const ids = (list: Job[]) => list.map(({ id }) => id)
    expect(ids(jobs.unfinished())).toEqual(['elsewhere', 'queued', 'running', 'waiting', 'cancelling'])
    expect(ids(jobs.list())).toEqual([...states.toReversed(), 'elsewhere'])
    expect(ids(jobs.list({ states: ['failed', 'queued'], deviceId: aDevice().id }))).toEqual(['failed', 'queued'])
    expect(ids(jobs.list({ kind: 'read', limit: 2 }))).toEqual(['interrupted', 'cancelled'])
    expect(jobs.list({ states: [] })).toEqual([])
  })

  it('are flushed to the disk when they begin, end, are cancelled or remember something', () => {
    const { jobs, db } = tempStores()
    const pragmas = vi.spyOn(db, 'pragma')
    const flushed = (work: () => void) => {
      pragmas.mockClear()
      work()
      return pragmas.mock.calls.some(([text]) => text === 'synchronous = FULL')
    }
    expect(flushed(() => jobs.insert(aJob()))).toBe(true)
    expect(flushed(() => jobs.update('j1', { state: 'running', step: 'reading', progress: 0 }))).toBe(false)
    expect(flushed(() => jobs.update('j1', { state: 'cancelling' }))).toBe(true)
    expect(flushed(() => jobs.update('j1', { state: 'failed', error: null }))).toBe(true)
    expect(flushed(() => jobs.setMemo('j1', { sent: true }))).toBe(true)
    expect(flushed(() => jobs.update('j1', { progress: 0.1 }))).toBe(false)
    expect(codeOf(() => jobs.update('j2', { state: 'running' }))).toBe('JOB_NOT_FOUND')
    const normal = 1
    expect(db.pragma('synchronous', { simple: true })).toBe(normal)
  })
})

describe('snapshots', () => {
  it('hold 20,000 values in little space', () => {
    const dataDir = tempFolder()
    const stores = tempStores(dataDir)
    const snapshot = aSnapshot({ values: parameters(20_000), failed: [{ name: 'x', code: 9005, message: 'no' }] })
    stores.snapshots.insert(snapshot)
    expect(stores.db.prepare('SELECT length(parameters) FROM snapshots').pluck().get()).toBeLessThan(400_000)
    stores.close()
    expect(tempStores(dataDir).snapshots.get('n1')).toEqual(snapshot)
  })

  it('are listed without values, renamed and removed', () => {
    const { snapshots } = tempStores()
    snapshots.insert(aSnapshot())
    snapshots.insert(aSnapshot({ id: 'n2', deviceId: 'other', takenAt: '2024-05-01T09:31:00.000Z', jobId: null }))
    snapshots.rename('n1', '更新前')
    const { values: _, failed: __, ...listed } = aSnapshot({ name: '更新前' })
    expect(snapshots.list({ deviceId: listed.deviceId })).toEqual([listed])
    expect(snapshots.list().map(({ id }) => id)).toEqual(['n2', 'n1'])
    snapshots.remove('n1')
    snapshots.rename('n1', 'gone')
    expect(snapshots.get('n1')).toBeNull()
  })
})
