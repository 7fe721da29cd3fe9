import { describe, expect, it } from 'vitest'
import { envelope, informBody } from '../../support/foreign-box.ts'
import { answers, OddBox, oddId, storing } from './odd-box.ts'
import { Bench } from './support.ts'

describe('quirks of a model', () => {
  it('change how its sessions are answered', async () => {
    const bench = await Bench.open()
    const { acsUrl } = bench.app.endpoints()
    const answer = async (): Promise<[cookie: string | null, status: number]> => {
      const inform = await fetch(acsUrl, { method: 'POST', body: envelope('1', informBody('F1')) })
      const cookie = inform.headers.get('set-cookie')
      await inform.text()
      const last = await fetch(acsUrl, { method: 'POST', body: '', headers: { cookie: cookie ?? '' } })
      return [cookie?.replace(/=[^;]*/, '') ?? null, last.status]
    }
    const [standard = ''] = await answer()
    expect(standard).toMatch(/; Path=\/$/)
    const model = '0A0B0C-BOX'
    await bench.call('quirks.set', { model, name: 'emptyAnswer', value: '200' })
    await bench.call('quirks.set', { model, name: 'cookiePath', value: '' })
    expect(await answer()).toEqual([standard?.replace('; Path=/', ''), 200])
    await bench.call('quirks.reset', { model, name: 'emptyAnswer' })
    expect((await answer())[1]).toBe(204)
  })

  it('are learned from a read that was too much, and told', async () => {
    const bench = await Bench.open()
    const names = Array.from({ length: 100 }, (_, i) => `Device.P${i}`)
    const react = storing(new Map(names.map((name) => [name, { value: 'v', type: 'string' }])))
    const box = new OddBox(bench.app.endpoints().acsUrl, (asked) =>
      asked.texts('string').length > 20 ? answers.fault(9004) : react(asked),
    )
    await box.session([['0 BOOTSTRAP']])
    const told = bench.until('quirk.changed', ({ name }) => name === 'batchSize')
    const first = await bench.start('read', oddId, { paths: names })
    await box.session()
    const { result } = await bench.ended<'read'>(first)
    expect(result.values).toHaveLength(100)
    expect(await told).toMatchObject({ model: '0A0B0C-ODD', source: 'learned', softwareVersion: '1' })
    const asked = box.asked.length
    const second = await bench.start('read', oddId, { paths: names })
    await box.session()
    await bench.ended(second)
    expect(box.asked.length - asked).toBeLessThan(asked)
  })

  it('refuse what they do not have', async () => {
    const bench = await Bench.open()
    const refused = bench.call('quirks.set', { model: 'M', name: 'batchSize', value: 0 })
    await expect(refused).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })
})
