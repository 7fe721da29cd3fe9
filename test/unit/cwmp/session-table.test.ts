import { describe, expect, it } from 'vitest'
import type { HttpConnection } from '../../../src-main/cwmp/http/connection.ts'
import { CwmpSession, type SessionListener } from '../../../src-main/cwmp/session.ts'
import { SessionTable, tokensIn } from '../../../src-main/cwmp/session-table.ts'

const silent: SessionListener = {
  onInformed() {},
  onCpeRequest() {},
  onWarnings() {},
  onEnded() {},
  takeWork: () => undefined,
  deviceIdOf: () => 'd',
}
const session = (remote = '10.0.0.1') => new CwmpSession('s', { remote, local: '10.0.0.9' }, silent)
const connection = () => ({}) as HttpConnection

describe('session table', () => {
  it.each([
    ['sid=00ff', ['00ff']],
    ['SID = "00ff"; Path=/', ['00ff']],
    ['a=b,sid=1,sid=2', ['1', '2']],
    ['$Version=1; sid=00ff;Version=1', ['00ff']],
    ['xsid=00ff', []],
    ['sid=', []],
    ['', []],
  ])('finds our tokens in %j', (header, tokens) => {
    expect(tokensIn(header)).toEqual(tokens)
  })

  it('finds by cookie before connection before address', () => {
    const table = new SessionTable()
    const [one, two] = [session(), session('10.0.0.2')]
    const [first, second] = [connection(), connection()]
    table.add(one, first)
    table.add(two, second)
    expect(table.find(`sid=${two.token}`, first, '10.0.0.1')).toEqual({ session: two, by: 'cookie' })
    expect(table.find('sid=0', first, '10.0.0.2')).toEqual({ session: one, by: 'connection' })
    expect(table.find('', connection(), '10.0.0.2')).toEqual({ session: two, by: 'address' })
    expect(table.find('', connection(), '10.0.0.3')).toBeNull()
  })

  it('does not guess between two sessions of one address', () => {
    const table = new SessionTable()
    const two = session()
    table.add(session(), connection())
    table.add(two, connection())
    expect(table.find('', connection(), '10.0.0.1')).toBeNull()
    table.retire(two)
    expect(table.find('', connection(), '10.0.0.1')?.by).toBe('address')
  })

  it('remembers a retired session for stray posts only, and a removed one not at all', () => {
    const table = new SessionTable()
    const [one, its] = [session(), connection()]
    one.deviceId = 'd'
    table.add(one, its)
    table.bind(one, its)
    expect([table.liveCount, table.ofDevice('d')]).toEqual([1, one])
    table.retire(one)
    table.retire(one)
    expect([table.liveCount, table.size, table.ofDevice('d')]).toEqual([0, 1, undefined])
    expect(table.find('', its, '10.0.0.1')).toEqual({ session: one, by: 'connection' })
    table.remove(one)
    expect([table.size, table.find(`sid=${one.token}`, its, '10.0.0.1')]).toEqual([0, null])
  })
})
