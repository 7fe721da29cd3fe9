import { describe, expect, it } from 'vitest'
import { Bench } from './support.ts'

describe('the virtual set-top box', () => {
  it('refuses bad values by name: those are marked, the others held back', async () => {
    const bench = await Bench.open()
    const { id, box } = await bench.plug()
    const before = box.getParameter('Device.Time.NTPServer1')
    const job = await bench.run('write', id, {
      values: [
        { name: 'Device.Time.NTPServer1', value: 'x' },
        { name: 'Device.ManagementServer.PeriodicInformInterval', value: 'often' },
        { name: 'Device.DeviceInfo.SoftwareVersion', value: '9' },
      ],
    })
    expect(job).toMatchObject({ state: 'failed', error: { code: 'CWMP_9003', remedy: 'explainFault' } })
    expect(job.result.values).toMatchObject([
      { status: 'failed', heldBack: true, old: before },
      { status: 'failed', code: 9007 },
      { status: 'failed', code: 9008 },
    ])
    expect(box.getParameter('Device.Time.NTPServer1')).toBe(before)
  })

  it('takes a secret that nobody can read back', async () => {
    const bench = await Bench.open()
    const { id, box } = await bench.plug()
    const name = 'Device.ManagementServer.ConnectionRequestPassword'
    const job = await bench.run('write', id, { values: [{ name, value: 'p4ss' }] })
    expect(job.result.values).toMatchObject([{ status: 'verified', hidden: true, readBack: '' }])
    expect(box.getParameter(name)).toBe('p4ss')
  })

  it('gets an instance with values, and loses it again', async () => {
    const bench = await Bench.open()
    const { id, box } = await bench.plug()
    const added = await bench.run('addObject', id, {
      path: 'Device.LAN.DHCPOption.',
      values: [{ name: 'Tag', value: '43' }],
    })
    expect(added.error).toBeNull()
    expect(added.result.values).toMatchObject([{ status: 'verified', type: 'unsignedInt' }])
    expect(box.getParameter(`${added.result.path}Tag`)).toBe('43')
    const deleted = await bench.run('deleteObject', id, { path: added.result.path })
    expect(deleted.result).toEqual({ status: 0, verified: true })
    expect(box.getParameter(`${added.result.path}Tag`)).toBeUndefined()
  })

  it('lists its names with their Writable flags', async () => {
    const bench = await Bench.open()
    const { id } = await bench.plug()
    const { result } = await bench.run('names', id, { path: 'Device.Time.' })
    expect(result.names).toContainEqual({ name: 'Device.Time.NTPServer1', writable: true })
    expect(result.failed).toEqual([])
    const level = await bench.run('names', id, { path: '', nextLevel: true })
    expect(level.result.names).toEqual([{ name: 'Device.', writable: false }])
    expect(await bench.run('names', id, { path: 'Device.No.' })).toMatchObject({
      result: { failed: [{ name: 'Device.No.', code: 9005 }] },
    })
  })

  it('changes its notification, except where it may not', async () => {
    const bench = await Bench.open()
    const { id } = await bench.plug()
    const name = 'Device.Time.NTPServer1'
    const job = await bench.run('attributes', id, {
      set: [{ name, notification: 2, accessList: ['Subscriber'] }],
      paths: ['Device.No'],
    })
    expect(job.result).toEqual({
      attributes: [{ name, notification: 2, accessList: ['Subscriber'] }],
      failed: [{ name: 'Device.No', code: 9005, message: expect.any(String) }],
    })
    const refused = await bench.run('attributes', id, { set: [{ name: 'Device.DeviceInfo.UpTime', notification: 2 }] })
    expect(refused).toMatchObject({ state: 'failed', error: { code: 'CWMP_9009' } })
  })

  it('comes when it was scheduled', async () => {
    const bench = await Bench.open()
    const { id } = await bench.plug()
    const job = await bench.run('scheduleInform', id, { delaySeconds: 5 })
    expect(job.result.events).toEqual(expect.arrayContaining(['3 SCHEDULED', 'M ScheduleInform']))
  })

  it('tells its methods, which are kept with it', async () => {
    const bench = await Bench.open()
    const { id } = await bench.plug({ quirks: { unsupportedMethods: ['FactoryReset'] } })
    expect(await bench.call('devices.get', { id })).toMatchObject({ methods: null })
    const { result } = await bench.run('methods', id, {})
    expect(result.methods).toContain('Upload')
    expect(result.methods).not.toContain('FactoryReset')
    expect(await bench.call('devices.get', { id })).toMatchObject({ methods: result.methods })
    expect(await bench.run('factoryReset', id, {})).toMatchObject({ state: 'failed', error: { code: 'CWMP_9000' } })
  })

  it.each([
    [{ gpvLimit: 5 }],
    [{ dieOnUnknownPath: true }],
    [{ badPathPoisons: false }],
    [{ emptyInsteadOfAnswer: 'unsupported' }],
    [{ noXsiType: true }],
    [{ newConnectionPerRequest: true }],
  ] as const)('with the quirk %j gives all that can be read', async (quirks) => {
    const bench = await Bench.open()
    const { id } = await bench.plug({ quirks })
    const good = ['Device.DeviceInfo.SerialNumber', 'Device.Time.NTPServer1', 'Device.LAN.IPAddress']
    const job = await bench.run('read', id, { paths: [...good, 'Device.No', 'Device.DeviceInfo.'] })
    expect(job.state).toBe('succeeded')
    expect(job.result.values.map(({ name }) => name)).toEqual(expect.arrayContaining(good))
    expect(job.result.values.length).toBeGreaterThan(10)
    expect(job.result.failed.map(({ name }) => name)).toEqual(['Device.No'])
  })

  it('of 20,000 parameters is read whole, while the app stays responsive', async () => {
    const bench = await Bench.open()
    const { id, box } = await bench.plug({ parameterCount: 20_000 })
    const job = await bench.run('read', id, { paths: [''] })
    expect(job.error).toBeNull()
    expect(job.result.values.length).toBe(box.state.parameterCount)
    expect(job.result.failed).toEqual([])
  })
})

describe('stopping a job', () => {
  it('that waits for its box ends it at once', async () => {
    const bench = await Bench.open()
    const { id, box } = await bench.plug()
    await box.unplug()
    const job = await bench.start('read', id, { paths: [''] })
    await bench.reaches(job, ({ state, notice }) => state === 'waiting' && notice !== null)
    await bench.call('jobs.cancel', { id: job })
    expect(await bench.ended(job)).toMatchObject({ state: 'cancelled', error: { code: 'JOB_CANCELLED' } })
  })

  it('in a session with a slow box says so, ends at its answer, and keeps what was read', async () => {
    const bench = await Bench.open()
    const { id } = await bench.plug({ quirks: { slowAnswerMs: 150 } })
    const job = await bench.start('read', id, {
      paths: ['Device.DeviceInfo.', 'Device.Time.', 'Device.LAN.', 'Device.UserInterface.'],
    })
    await bench.reaches(job, ({ step, progress }) => step === 'reading' && progress > 0.2)
    expect(await bench.call('jobs.cancel', { id: job })).toMatchObject({ state: 'cancelling', step: 'endingAtAnswer' })
    const ended = await bench.ended<'read'>(job)
    expect(ended.state).toBe('cancelled')
    expect(ended.result.values.length).toBeGreaterThan(5)
    expect(await bench.run('read', id, { paths: ['Device.Time.NTPServer1'] })).toMatchObject({ state: 'succeeded' })
  })

  it('that waits for proof ends the waiting; one that has not begun is gone at once', async () => {
    const bench = await Bench.open()
    const { id } = await bench.plug({ bootDelayMs: 400 })
    const reboot = await bench.start('reboot', id, {})
    const next = await bench.start('read', id, { paths: [''] })
    await bench.reaches(reboot, ({ step }) => step === 'waitingForBoot')
    expect(await bench.call('jobs.cancel', { id: next })).toMatchObject({ state: 'cancelled' })
    await bench.call('jobs.cancel', { id: reboot })
    expect((await bench.ended(reboot)).state).toBe('cancelled')
    await expect(bench.call('jobs.cancel', { id: reboot })).rejects.toMatchObject({ code: 'JOB_NOT_CANCELLABLE' })
  })
})

describe('credentials', () => {
  it('of its own are set and tried at once', async () => {
    const bench = await Bench.open()
    const { id, box } = await bench.plug()
    const job = await bench.run('setCredentials', id, {})
    expect(job.error).toBeNull()
    expect(job.result.connectionRequest).toMatchObject({ tested: true })
    const username = box.getParameter('Device.ManagementServer.ConnectionRequestUsername')
    expect(job.result.connectionRequest?.username).toBe(username)
    expect(await bench.call('credentials.list')).toMatchObject([
      { scope: { kind: 'device', deviceId: id }, direction: 'connectionRequest', username, source: 'generated' },
    ])
    const password = box.getParameter('Device.ManagementServer.ConnectionRequestPassword') ?? ''
    expect(JSON.stringify(await bench.call('jobs.get', { id: job.id }))).not.toContain(password)
    expect(await bench.run('read', id, { paths: ['Device.DeviceSummary'] })).toMatchObject({ state: 'succeeded' })
  })

  it('for its login let it in where authentication is on', async () => {
    const bench = await Bench.open()
    const { id, box } = await bench.plug()
    const job = await bench.run('setCredentials', id, { acs: 'generate', connectionRequest: 'keep' })
    expect(job.result).toEqual({
      connectionRequest: null,
      acs: { username: box.getParameter('Device.ManagementServer.Username') },
    })
    await bench.call('settings.set', { cwmp: { auth: 'digest', username: 'other', password: 'other' } })
    expect(await bench.run('read', id, { paths: ['Device.DeviceSummary'] })).toMatchObject({ state: 'succeeded' })
  })

  it('are given on first contact where that is switched on', async () => {
    const bench = await Bench.open()
    await bench.call('settings.set', { cwmp: { setCredentialsOnFirstContact: true } })
    const done = bench.until('job.changed', ({ kind, state }) => kind === 'setCredentials' && state === 'succeeded')
    const { box } = await bench.plug()
    await done
    expect(box.getParameter('Device.ManagementServer.ConnectionRequestUsername')).toMatch(/^acs-/)
  })

  it('that are wrong explain at once why a box does not come; the right ones bring it', async () => {
    const bench = await Bench.open()
    const server = 'Device.ManagementServer.'
    const values = {
      [`${server}ConnectionRequestUsername`]: 'right',
      [`${server}ConnectionRequestPassword`]: 'right',
      [`${server}STUNEnable`]: '0',
    }
    const { id } = await bench.plug({ values })
    const keep = (name: string) =>
      bench.call('credentials.set', {
        scope: { kind: 'default' },
        direction: 'connectionRequest',
        username: name,
        password: name,
      })
    await keep('wrong')
    const job = await bench.start('read', id, { paths: ['Device.DeviceSummary'] })
    const waiting = await bench.reaches(job, ({ notice }) => notice !== null)
    expect(waiting).toMatchObject({ state: 'waiting', notice: { code: 'CONNECTION_REQUEST_WRONG_PASSWORD' } })
    await bench.call('jobs.cancel', { id: job })
    await bench.ended(job)
    await keep('right')
    expect(await bench.run('read', id, { paths: ['Device.DeviceSummary'] })).toMatchObject({
      state: 'succeeded',
      notice: null,
    })
  })

  it('that are not there cannot be set', async () => {
    const bench = await Bench.open()
    const { id } = await bench.plug()
    const job = await bench.run('setCredentials', id, { acs: 'stored', connectionRequest: 'keep' })
    expect(job).toMatchObject({ state: 'failed', error: { code: 'NO_CREDENTIALS_STORED' } })
  })
})

describe('many boxes', () => {
  it('are done by one order, each with its own job', async () => {
    const bench = await Bench.open()
    const boxes = await Promise.all(Array.from({ length: 20 }, (_, i) => bench.plug({ index: i + 1 })))
    const deviceIds = boxes.map(({ id }) => id)
    const { jobIds } = await bench.call<{ jobIds: string[] }>('jobs.start', {
      kind: 'write',
      deviceIds,
      input: { values: [{ name: 'Device.Time.NTPServer1', value: 'lab.example' }] },
    })
    const jobs = await Promise.all(jobIds.map((job) => bench.ended(job)))
    expect(jobs.map(({ state }) => state)).toEqual(jobs.map(() => 'succeeded'))
    expect(boxes.map(({ box }) => box.getParameter('Device.Time.NTPServer1'))).toEqual(boxes.map(() => 'lab.example'))
  })
})
