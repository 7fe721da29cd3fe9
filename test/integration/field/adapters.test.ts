import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { eventually, namespacesMissing } from '../../support/namespaces.ts'
import { Lan } from './lan.ts'

const missing = namespacesMissing()
const script = path.resolve(import.meta.dirname, 'adapter-follower.ts')

describe.skipIf(missing)(`the chosen adapter${missing ? ` (${missing})` : ''}`, () => {
  let lan: Lan
  afterEach(() => lan.stop())

  it('is followed from loopback to the cable, through a pulled cable, to another address and another adapter', {
    timeout: 60_000,
  }, async () => {
    lan = new Lan()
    const { lab, laptop } = lan
    lab.plug(laptop, 'eth2', lab.switch('other'), '10.99.0.1/24')
    const { child, output } = lab.start(laptop, process.execPath, [script])
    const lines = () => output().trim().split('\n')
    const listens = (address: string) => eventually(() => lines().at(-1)?.startsWith(`${address}:`), 10_000, output)
    await listens('127.0.0.1')
    child.stdin?.write('eth1\n')
    await listens('192.168.77.10')
    lab.run(laptop, 'ip link set eth1 down')
    await listens('127.0.0.1')
    lab.run(laptop, 'ip link set eth1 up')
    await listens('192.168.77.10')
    lab.run(laptop, 'ip addr flush dev eth1; ip addr add 192.168.88.10/24 dev eth1')
    await listens('192.168.88.10')
    child.stdin?.write('eth2\n')
    await listens('10.99.0.1')
    // Every stop was a port that listens, and it is the same port all along.
    expect(new Set(lines().map((line) => line.replace(/^[^:]*/, '')))).toHaveLength(1)
    expect(lines().every((line) => line.endsWith('listening'))).toBe(true)
  })
})
