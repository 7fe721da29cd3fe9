import { afterEach, describe, expect, it, vi } from 'vitest'
import { startAcs, type TestAcs } from '../../support/acs.ts'
import { methodOf, RawBox } from '../../support/raw-box.ts'

let acs: TestAcs
afterEach(() => acs.stop())

describe('session limits, redirect and the other empty answer (spec/01 sections 3 and 4)', () => {
  it('answers 503 with Retry-After at the limit, counts a box once, and lets it in when there is room', async () => {
    acs = await startAcs({ settings: { cwmp: { maxSessions: 2 } } })
    const [one, two, three] = [
      await RawBox.connect(acs, 'ONE'),
      await RawBox.connect(acs, 'TWO'),
      await RawBox.connect(acs, 'THREE'),
    ]
    await one.inform()
    await two.inform()
    const busy = await three.inform()
    expect([busy.status, busy.headers['retry-after']]).toEqual([503, '5'])
    await two.reconnect()
    two.cookie = ''
    expect((await two.inform()).status).toBe(200)
    await one.post('')
    expect((await three.inform()).status).toBe(200)
  })

  it.each([
    ['1.1', 307],
    ['1.0', 302],
  ] as const)('sends an HTTP/%s box on with %i where a redirect is set, and shows it', async (version, status) => {
    acs = await startAcs({ settings: { cwmp: { redirectUrl: 'https://acs.example/tr069' } } })
    const box = await RawBox.connect(acs, 'SENTON')
    const reply = await box.inform({ version })
    expect([reply.status, reply.headers.location]).toEqual([status, 'https://acs.example/tr069'])
    expect(await acs.lastSession()).toMatchObject({
      deviceId: box.deviceId,
      outcome: 'completed',
      reason: 'redirected',
    })
    expect((await acs.trace((await acs.lastSession()).id)).map(({ httpStatus }) => httpStatus)).toEqual([null, status])
    expect(await acs.devices()).toMatchObject([{ id: box.deviceId, inSession: false }])
  })

  it('ends a session with 200 and no body where the settings say so', async () => {
    acs = await startAcs({ settings: { cwmp: { emptyAnswer: '200' } } })
    const box = await RawBox.connect(acs, 'EMPTY200')
    await box.inform()
    const { status, headers, body } = await box.post('')
    expect([status, headers['content-length'], body]).toEqual([200, '0', ''])
  })

  it.each([
    ['a slow answer', 180_000, 'noAnswer', async () => (await RawBox.asked(acs, 'LATE')).box],
    [
      'the next word of the box',
      60_000,
      'silent',
      async () => {
        const box = await RawBox.connect(acs, 'LATE')
        await box.inform()
        return box
      },
    ],
  ])('gives a session up when %s does not come in time', async (_, patienceMs, reason, begin) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      acs = await startAcs()
      const box = await begin()
      vi.advanceTimersByTime(patienceMs - 1)
      expect((await acs.lastSession()).outcome).toBe('open')
      vi.advanceTimersByTime(1)
      expect(await acs.lastSession()).toMatchObject({ outcome: 'timeout', reason })
      expect((await acs.devices())[0]).toMatchObject({ id: box.deviceId, inSession: false })
      expect((await box.post('')).status).toBe(204)
    } finally {
      vi.useRealTimers()
    }
  })

  it('stops at once while a box owes an answer', async () => {
    acs = await startAcs()
    const { box, request } = await RawBox.asked(acs, 'OWES')
    expect(methodOf(request)).toBe('GetParameterValues')
    await Promise.all([acs.app.stop(), box.client.closed])
    acs = await startAcs()
  })

  it('holds nothing when the boxes are gone', async () => {
    acs = await startAcs()
    for (let round = 0; round < 3; round += 1) {
      const boxes = await Promise.all(Array.from({ length: 20 }, (_, n) => RawBox.connect(acs, `GONE${n}`)))
      await Promise.all(boxes.map((box) => box.inform()))
      await Promise.all(boxes.map((box) => box.post('')))
      for (const box of boxes) box.client.close()
    }
    const last = await RawBox.connect(acs, 'LAST')
    await last.inform()
    await last.post('')
    const open = (await acs.sessions()).filter(({ outcome }) => outcome === 'open')
    expect(open).toEqual([])
    expect((await acs.devices()).filter(({ inSession }) => inSession)).toEqual([])
  })
})
