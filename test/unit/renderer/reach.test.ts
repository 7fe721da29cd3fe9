import { describe, expect, test } from 'vitest'
import type { EventMessage } from '../../../shared/contract.ts'
import { FAULTS } from '../../../shared/cwmp/faults.ts'
import type { Neighbour } from '../../../shared/model/discovery.ts'
import type { Quirk } from '../../../shared/model/quirk.ts'
import { RpcInput } from '../../../shared/model/rpc.ts'
import type { RadarEntry } from '../../../shared/model/self-check.ts'
import { parseRequest, rpcNames, rpcTemplate } from '../../../src-renderer/features/console/rpc-template.ts'
import { isOffered } from '../../../src-renderer/features/device/box-methods.ts'
import { callState } from '../../../src-renderer/features/device/call-state.ts'
import { matchingFaults, placeOfRemedy } from '../../../src-renderer/features/faults/fault-rows.ts'
import {
  freshNeighbourOrder,
  matchesNeighbour,
  neighbourDetail,
  neighbourName,
  placeOfStep,
  stableNeighbours,
} from '../../../src-renderer/features/neighbours/neighbour-rows.ts'
import { placeOfProblem, shownStages, sortedRadar } from '../../../src-renderer/features/reach/radar-stages.ts'
import { applyFieldEvent, type FieldState } from '../../../src-renderer/stores/field-state.ts'

const neighbour = (change: Partial<Neighbour>): Neighbour => ({
  key: 'k',
  addresses: ['192.168.1.20'],
  mac: '00:E0:FC:00:00:01',
  vendor: 'Huawei',
  vendorId: 'huawei',
  name: '',
  manufacturer: '',
  model: '',
  serial: '',
  softwareVersion: '',
  sources: ['arp'],
  services: [],
  firstSeenAt: '2026-01-01T00:00:00.000Z',
  lastSeenAt: '2026-01-01T00:00:00.000Z',
  deviceId: null,
  kind: 'unknown',
  nextStep: 'setByHand',
  ...change,
})

const entry = (change: Partial<RadarEntry>): RadarEntry => ({
  address: '192.168.1.20',
  stage: 'seen',
  problem: null,
  params: {},
  reachedAt: {},
  lastAt: '2026-01-01T00:00:00.000Z',
  count: 1,
  deviceId: null,
  neighbourKey: null,
  ...change,
})

describe('neighbours', () => {
  test('are called by the best word there is, and nothing is said twice', () => {
    expect(neighbourName(neighbour({ model: 'HG8245', name: 'box' }))).toBe('HG8245')
    expect(neighbourName(neighbour({ vendor: '', addresses: [] }))).toBe('00:E0:FC:00:00:01')
    expect(neighbourDetail(neighbour({ model: 'HG8245', manufacturer: 'Huawei', name: 'HG8245', serial: 'S1' }))).toBe(
      'Huawei · S1',
    )
  })

  test('stand in order of need, addresses as numbers, and keep their place until a refresh', () => {
    const a = neighbour({ key: 'a', addresses: ['192.168.1.10'] })
    const b = neighbour({ key: 'b', addresses: ['192.168.1.9'] })
    const c = neighbour({ key: 'c', nextStep: 'fixLogin' })
    const d = neighbour({ key: 'd', nextStep: 'identify' })
    expect(freshNeighbourOrder([d, a, b, c])).toEqual(['c', 'b', 'a', 'd'])
    expect(stableNeighbours([c, a, b], ['b', 'gone']).map(({ key }) => key)).toEqual(['b', 'c', 'a'])
  })

  test('are found by address, MAC and maker', () => {
    expect(matchesNeighbour(neighbour({}), 'hua 1.20')).toBe(true)
    expect(matchesNeighbour(neighbour({}), 'zte')).toBe(false)
  })

  test('have a place for each next step; what nobody knows is asked on the spot', () => {
    expect(placeOfStep(neighbour({ nextStep: 'open', deviceId: 'd' }))).toEqual({ page: 'device', id: 'd' })
    expect(placeOfStep(neighbour({ nextStep: 'setByTr064' }))).toMatchObject({ tab: 'pointing', neighbourKey: 'k' })
    expect(placeOfStep(neighbour({ nextStep: 'identify' }))).toBeNull()
  })
})

describe('the radar', () => {
  const statesOf = (one: RadarEntry) => shownStages(one).map(({ state }) => state)

  test('passes over TLS where plain HTTP came without it', () => {
    expect(statesOf(entry({ stage: 'understood' }))).toEqual([
      'reached',
      'reached',
      'skipped',
      'reached',
      'reached',
      'reached',
    ])
  })

  test('marks the first stage that was not reached, and only where something is wrong', () => {
    const tls = entry({ stage: 'tls', problem: 'httpsUrl', reachedAt: { tls: '2026-01-01T00:00:00.000Z' } })
    expect(statesOf(tls)).toEqual(['reached', 'reached', 'reached', 'stuck', 'ahead', 'ahead'])
    expect(statesOf(entry({ stage: 'tcp', problem: 'notHttp' }))).toEqual([
      'reached',
      'reached',
      'ahead',
      'stuck',
      'ahead',
      'ahead',
    ])
    expect(statesOf(entry({ stage: 'tcp' })).slice(2)).toEqual(['ahead', 'ahead', 'ahead', 'ahead'])
  })

  test('shows first who needs help, last who got through', () => {
    const rows = [
      entry({ address: 'through', stage: 'understood' }),
      entry({ address: 'silent', problem: 'notTrying' }),
      entry({ address: 'wrong', stage: 'http', problem: 'wrongPassword' }),
    ]
    expect(sortedRadar(rows).map(({ address }) => address)).toEqual(['wrong', 'silent', 'through'])
    expect(placeOfProblem('wrongPassword', null)).toEqual({ page: 'settings', focus: 'login' })
    expect(placeOfProblem('notTrying', 'k')).toMatchObject({ neighbourKey: 'k' })
  })
})

describe('the state of the wire', () => {
  const quirk: Quirk = {
    model: 'm',
    name: 'batchSize',
    value: 8,
    source: 'learned',
    since: '',
    sessionId: null,
    softwareVersion: '',
  }
  const state: FieldState = {
    discovery: { scope: null, sources: [], neighbours: [neighbour({ key: 'a' }), neighbour({ key: 'b' })] },
    radar: [],
    dhcp: { state: 'stopped', adapter: '', pool: null, acsUrl: '', leases: [], error: null },
    pending: [],
    quirks: [quirk],
    credentials: [],
    basicConsents: [],
  }
  const stateAfter = (message: EventMessage) => applyFieldEvent(state, message)

  test('puts changed rows where they stood and new ones at the end', () => {
    const changed = [neighbour({ key: 'c' }), neighbour({ key: 'a', model: 'new' })]
    const { discovery } = stateAfter({
      seq: 1,
      name: 'discovery.changed',
      data: { scope: null, sources: [], changed, removed: ['b'] },
    })
    expect(discovery.neighbours.map(({ key, model }) => [key, model])).toEqual([
      ['a', 'new'],
      ['c', ''],
    ])
  })

  test('replaces a quirk by its model and name, and takes it out', () => {
    expect(stateAfter({ seq: 1, name: 'quirk.changed', data: { ...quirk, value: 4 } }).quirks).toEqual([
      { ...quirk, value: 4 },
    ])
    expect(stateAfter({ seq: 1, name: 'quirk.removed', data: { model: 'm', name: 'batchSize' } }).quirks).toEqual([])
  })

  test('is left alone by events about something else', () => {
    expect(stateAfter({ seq: 1, name: 'device.removed', data: { id: 'x' } })).toBe(state)
  })
})

describe('single requests', () => {
  test.each(rpcNames)('the template of %s is a right request', (name) => {
    const text = JSON.stringify(rpcTemplate(name, { root: 'Device.', fileUrl: 'http://192.168.1.2:7567/' }))
    const parsed = parseRequest(name, text)
    // An empty key names no transfer; the technician fills it in.
    expect(parsed.kind).toBe('right')
    if (parsed.kind === 'right') expect(RpcInput.safeParse({ request: parsed.request }).success).toBe(true)
  })

  test('say what is wrong with them, and where', () => {
    expect(parseRequest('Reboot', '{')).toMatchObject({ kind: 'noJson' })
    expect(parseRequest('Reboot', '[]')).toMatchObject({ kind: 'noJson' })
    expect(parseRequest('GetParameterValues', '{"names":[]}')).toMatchObject({ kind: 'wrong', field: 'names' })
    expect(parseRequest('Reboot', '{"name":"FactoryReset"}')).toMatchObject({ request: { name: 'Reboot' } })
  })

  test('are offered unless the box was asked and left them out', () => {
    expect(isOffered('Reboot', null)).toBe(true)
    expect(isOffered('Reboot', ['Inform'])).toBe(false)
  })
})

describe('a call of a box', () => {
  const error = { code: 'CONNECTION_REQUEST_NO_INFORM', params: {}, remedy: 'checkAcsUrl' }
  const taken = { steps: [], isTaken: true, error }

  test('is proven by an Inform, and by nothing else', () => {
    expect(callState({ startedAt: 1000, outcome: null, cameAt: 1600, now: 2000 })).toEqual({
      kind: 'came',
      afterMs: 600,
    })
    expect(callState({ startedAt: 1000, outcome: null, cameAt: null, now: 2000 })).toEqual({ kind: 'calling' })
    expect(callState({ startedAt: 1000, outcome: taken, cameAt: null, now: 2000 })).toEqual({
      kind: 'waiting',
      leftMs: 29_000,
    })
    expect(callState({ startedAt: 1000, outcome: taken, cameAt: null, now: 40_000 })).toEqual({ kind: 'failed', error })
    expect(callState({ startedAt: 1000, outcome: { ...taken, isTaken: false }, cameAt: null, now: 2000 }).kind).toBe(
      'failed',
    )
  })
})

describe('the catalogue of faults', () => {
  const words = (code: number) => ({
    name: `name ${code}`,
    meaning: '',
    cause: code === 9014 ? 'Multicast' : '',
    remedy: '',
  })

  test('finds a fault by code and by words', () => {
    expect(matchingFaults('9005', words).map(({ code }) => code)).toEqual([9005])
    expect(matchingFaults('multicast', words).map(({ code }) => code)).toEqual([9014])
    expect(matchingFaults('', words)).toHaveLength(FAULTS.length)
  })

  test('leads to the box where one is known', () => {
    expect(placeOfRemedy('checkMethods', 'd')).toEqual({ page: 'device', id: 'd' })
    expect(placeOfRemedy('checkMethods', undefined)).toEqual({ page: 'devices' })
    expect(placeOfRemedy('useCable', 'd')).toBeNull()
  })
})
