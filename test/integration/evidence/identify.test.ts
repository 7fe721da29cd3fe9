import { describe, expect, it } from 'vitest'
import { OddBox, oddId, storing } from '../flows/odd-box.ts'
import { Bench } from '../flows/support.ts'

const huawei = 'InternetGatewayDevice.X_HW_SSMPPDT.Deviceinfo.X_HW_LedSwitch'

/** A box with one light, and how it was switched. */
function blinker(
  bench: Bench,
  path: string,
  initial: string,
  onWrite: (value: string) => 'hangUp' | undefined = () => undefined,
) {
  const store = new Map([[path, { value: initial, type: 'unsignedInt' }]])
  const seen: string[] = []
  const react = storing(store, ([[, value] = ['', '']]) => onWrite(value))
  const box = new OddBox(bench.app.endpoints().acsUrl, (asked) => {
    if (asked.method === 'SetParameterValues') seen.push(...asked.texts('Value'))
    return react(asked)
  })
  return { box, seen }
}

describe('identify', () => {
  it('blinks with all lights of TR-181, and leaves them as they were', async () => {
    const bench = await Bench.open()
    const { id, box, events } = await bench.plug({
      model: 'gateway181',
      values: { 'Device.LEDs.LED.2.Enable': '0' },
    })
    const job = await bench.run('identify', id, { blinks: 2 })
    expect(job.error).toBeNull()
    expect(job.result).toEqual({ blinks: 2, lights: [1, 2, 3].map((light) => `Device.LEDs.LED.${light}.Enable`) })
    expect([1, 2, 3].map((light) => box.getParameter(`Device.LEDs.LED.${light}.Enable`))).toEqual(['1', '0', '1'])
    expect(events.filter((method) => method === 'SetParameterValues').length).toBeGreaterThanOrEqual(4)
  })

  it('uses the switch that is named', async () => {
    const bench = await Bench.open()
    const { box, seen } = blinker(bench, huawei, '0')
    await box.session([['0 BOOTSTRAP']])
    const jobId = await bench.start('identify', oddId, { blinks: 1, paths: [huawei] })
    await box.session()
    expect((await bench.ended(jobId)).state).toBe('succeeded')
    expect(seen).toEqual(['1', '0', '0'])
  })

  it('says what to do instead where a box has no such switch', async () => {
    const bench = await Bench.open()
    const { id } = await bench.plug()
    const job = await bench.run('identify', id, {})
    expect(job).toMatchObject({
      state: 'failed',
      error: { code: 'IDENTIFY_NOT_POSSIBLE', remedy: 'identifyOtherwise' },
    })
  })

  it('leaves the lights as they were when it is cancelled while they are switched over', async () => {
    const bench = await Bench.open()
    let jobId = ''
    const { box, seen } = blinker(bench, huawei, '0', (value) => {
      if (value === '1') void bench.call('jobs.cancel', { id: jobId })
      return undefined
    })
    await box.session([['0 BOOTSTRAP']])
    jobId = await bench.start('identify', oddId, { paths: [huawei] })
    await box.session()
    expect((await bench.ended(jobId)).state).toBe('cancelled')
    expect(seen).toEqual(['1', '0'])
  })

  it('puts them back first when the box dropped out meanwhile', async () => {
    const bench = await Bench.open()
    let isFirst = true
    const { box, seen } = blinker(bench, huawei, '0', () => {
      const wasFirst = isFirst
      isFirst = false
      return wasFirst ? 'hangUp' : undefined
    })
    await box.session([['0 BOOTSTRAP']])
    const jobId = await bench.start('identify', oddId, { paths: [huawei], blinks: 1 })
    await box.session()
    await box.session()
    expect((await bench.ended(jobId)).state).toBe('succeeded')
    expect(seen).toEqual(['1', '0', '1', '0', '0'])
  })
})
