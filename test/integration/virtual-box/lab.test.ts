import { describe, expect, it } from 'vitest'
import { VirtualLab } from '../../../src-main/virtual-box/virtual-lab.ts'
import { onCleanup, startAcs, until } from '../../support/bench-box.ts'
import { textOf } from '../../support/script-acs.ts'

describe('virtual lab', () => {
  it('starts many boxes, lists them, stops one and all', async () => {
    const acs = await startAcs()
    const lab = new VirtualLab({ acsUrl: acs.url, bootDelayMs: 5 })
    onCleanup(() => lab.stop())
    const stbs = await lab.start('stb', 10)
    const [gateway] = await lab.start('gateway098', 1)
    expect(stbs.map(({ id }) => id)).toEqual([...Array(10).keys()].map((i) => `stb-${i + 1}`))
    expect(lab.list()).toHaveLength(11)
    await until(() => new Set(acs.all('Inform').map((inform) => textOf(inform, 'SerialNumber'))).size === 11)
    await lab.stop(gateway?.id)
    expect(lab.list().map(({ model }) => model)).not.toContain('gateway098')
    const [next] = await lab.start('stb', 1, { quirks: { noCookies: true } })
    expect(next?.id).toBe('stb-11')
    expect(lab.box('stb-11')?.options.quirks).toEqual({ noCookies: true })
    await lab.stop()
    expect(lab.list()).toEqual([])
  })

  it('stops while boxes are still being plugged in', async () => {
    const acs = await startAcs()
    const lab = new VirtualLab({ acsUrl: acs.url, bootDelayMs: 5 })
    const starting = lab.start('gateway181', 5)
    await lab.stop()
    await starting
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(acs.posts).toHaveLength(0)
  })
})

describe('virtual lab, told per box', () => {
  it('says which box an event is of', async () => {
    const acs = await startAcs()
    const ids = new Set<string>()
    const lab = new VirtualLab({ acsUrl: acs.url, bootDelayMs: 5, onEvent: (_, id) => ids.add(id) })
    onCleanup(() => lab.stop())
    await lab.start('stb', 2)
    await until(() => ids.size === 2)
    expect([...ids].toSorted()).toEqual(['stb-1', 'stb-2'])
  })
})
