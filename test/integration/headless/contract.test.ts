import { afterEach, describe, expect, it } from 'vitest'
import { ForeignBox } from '../../support/foreign-box.ts'
import { type Headless, startHeadless, temporaryFolder } from '../../support/headless.ts'

interface Job {
  id: string
  state: string
  deviceId: string
  result: {
    values: { name: string; value: string; type: string }[]
    failed: { name: string; code: number; message: string }[]
  }
}

let app: Headless
afterEach(() => app.process.kill('SIGKILL'))

const ended = (id: string) => (message: { params?: { name: string; data: Record<string, unknown> } }) =>
  message.params?.name === 'job.changed' && message.params.data.id === id && message.params.data.endedAt !== null

describe('headless contract', () => {
  it('says where it listens in its first line', async () => {
    const dataDir = temporaryFolder()
    app = await startHeadless(['--data-dir', dataDir])
    expect(app.first).toMatchObject({
      jsonrpc: '2.0',
      method: 'ready',
      params: {
        acsUrl: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/acs$/),
        fileUrl: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
        stun: { address: '127.0.0.1', port: expect.any(Number) },
        version: expect.stringMatching(/^\d+\.\d+\.\d+/),
        dataDir,
      },
    })
  })

  it('lets a foreign box in by digest and reads from it in one session, naming the bad path', async () => {
    app = await startHeadless()
    await app.call('settings.set', { cwmp: { auth: 'digest', username: 'stb', password: 'pw & <x>' } })
    const box = new ForeignBox({
      acsUrl: app.acsUrl,
      username: 'stb',
      password: 'pw & <x>',
      values: { 'Device.Time.NTPServer1': 'ntp.example', 'Device.LAN.IPAddress': '10.0.0.2' },
    })
    await box.inform()
    const [device] = await app.call<{ id: string; serialNumber: string; softwareVersion: string }[]>('devices.list')
    expect(device).toMatchObject({ serialNumber: 'F0001', softwareVersion: '1.0.3', status: 'informing' })
    const paths = ['Device.Time.NTPServer1', 'Device.Nowhere.X', 'Device.LAN.IPAddress']
    const { jobIds } = await app.call<{ jobIds: string[] }>('jobs.start', {
      kind: 'read',
      deviceIds: [device?.id],
      input: { paths },
    })
    const record = await box.answerAll()
    await app.until(ended(jobIds[0] ?? ''))
    const job = await app.call<Job>('jobs.get', { id: jobIds[0] })
    expect(job.state).toBe('succeeded')
    expect(job.result.values.map(({ name, value }) => [name, value])).toEqual([
      ['Device.Time.NTPServer1', 'ntp.example'],
      ['Device.LAN.IPAddress', '10.0.0.2'],
    ])
    expect(job.result.failed).toEqual([{ name: 'Device.Nowhere.X', code: 9005, message: 'Invalid parameter name' }])
    expect(record.statuses.filter((status) => status === 401)).toHaveLength(1)
    const sessions = await app.call<{ id: string; outcome: string }[]>('sessions.list')
    expect(sessions).toMatchObject([{ outcome: 'completed' }])
    const trace = await app.call<{ method: string; body: string }[]>('trace.list', { sessionId: sessions[0]?.id })
    expect(trace.map(({ method }) => method)).toContain('GetParameterValuesResponse')
    expect(JSON.stringify(trace)).not.toContain('pw & <x>')
  })

  it('shows a box whose password is wrong, and lets it in when it is right', async () => {
    app = await startHeadless()
    await app.call('settings.set', { cwmp: { auth: 'digest', username: 'stb', password: 'right' } })
    await new ForeignBox({ acsUrl: app.acsUrl, username: 'stb', password: 'wrong', values: {} }).inform()
    expect(await app.call('devices.list')).toMatchObject([{ serialNumber: 'F0001', status: 'authFailed' }])
    expect(await app.call('sessions.list')).toMatchObject([{ outcome: 'refused', reason: 'wrongPassword' }])
    const good = new ForeignBox({ acsUrl: app.acsUrl, username: 'stb', password: 'right', values: {} })
    await good.inform()
    await good.answerAll()
    expect(await app.call('devices.list')).toMatchObject([{ status: 'managed' }])
  })

  it('answers bad JSON-RPC by the codes of the standard', async () => {
    app = await startHeadless()
    app.write('{"jsonrpc": nonsense')
    expect((await app.until((message) => message.error?.code === -32700)).id).toBeNull()
    app.write('{"id": 77, "method": "devices.list"}')
    expect(await app.until((message) => message.error?.code === -32600)).toBeDefined()
    expect((await app.ask('devices.fly')).error?.code).toBe(-32601)
    expect((await app.ask('jobs.get', {})).error).toMatchObject({ code: -32602, data: { code: 'BAD_REQUEST' } })
    expect((await app.ask('jobs.start', { kind: 'read', deviceIds: ['x'], input: { paths: [] } })).error?.code).toBe(
      -32602,
    )
    expect((await app.ask('settings.set', { cwmp: { auth: 'maybe' } })).error?.code).toBe(-32602)
    const missing = await app.ask('jobs.get', { id: 'nope' })
    expect(missing.error).toMatchObject({
      code: -32000,
      data: { code: 'JOB_NOT_FOUND', remedy: expect.stringMatching(/\w/) },
    })
    expect(await app.call('devices.list')).toEqual([])
  })

  it('ends cleanly at the end of stdin and on SIGTERM', async () => {
    app = await startHeadless()
    expect(await app.stop()).toBe(0)
    app = await startHeadless()
    app.process.kill('SIGTERM')
    expect(await app.exit).toBe(0)
  })
})
