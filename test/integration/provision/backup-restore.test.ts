import { describe, expect, it } from 'vitest'
import type { SnapshotDetail } from '#shared/model/snapshot.ts'
import { Bench } from '../flows/support.ts'

const ntp = 'Device.Time.NTPServer1'
const interval = 'Device.ManagementServer.PeriodicInformInterval'
const mac = 'Device.LAN.MACAddress'

describe('backup and restore', () => {
  it('brings a box back to what it was, and says what it left out', async () => {
    const bench = await Bench.open()
    const { id } = await bench.plug()
    const backup = await bench.run('backup', id, { name: '交付前' })
    expect(backup.error).toBeNull()
    expect(backup.result.valueCount).toBeGreaterThan(200)
    expect(backup.result.writableCount).toBeGreaterThan(100)
    const detail = await bench.call<SnapshotDetail>('snapshots.get', { id: backup.result.snapshotId })
    expect(detail).toMatchObject({ kind: 'backup', name: '交付前' })
    expect(detail.writable).toContain(ntp)
    expect(detail.writable).not.toContain('Device.DeviceInfo.SerialNumber')

    const was = detail.values.find(({ name }) => name === ntp)?.value
    await bench.run('write', id, {
      values: [
        { name: ntp, value: 'changed.example' },
        { name: interval, value: '61' },
      ],
    })
    const dry = await bench.run('restore', id, { snapshotId: backup.result.snapshotId, dryRun: true })
    expect(dry.result.values.filter(({ status }) => status === 'planned').map(({ name }) => name)).toEqual(
      expect.arrayContaining([ntp, interval]),
    )
    const restored = await bench.run('restore', id, { snapshotId: backup.result.snapshotId })
    expect(restored.error).toBeNull()
    expect(restored.result.values.find(({ name }) => name === ntp)).toMatchObject({
      old: 'changed.example',
      value: was,
      status: 'verified',
    })
    expect(restored.result.summary).toMatchObject({ failed: 0 })
    expect(restored.result.snapshotId).not.toBeNull()
    const again = await bench.run('restore', id, { snapshotId: backup.result.snapshotId })
    expect(again.error).toMatchObject({ code: 'NOTHING_TO_RESTORE' })
  })

  it('gives a replacement box the settings, but not the identity, of the old one', async () => {
    const bench = await Bench.open()
    const old = await bench.plug({ index: 1 })
    const young = await bench.plug({ index: 2 })
    await bench.run('write', old.id, { values: [{ name: ntp, value: 'own.example' }] })
    const backup = await bench.run('backup', old.id, {})
    const { result, error } = await bench.run('restore', young.id, { snapshotId: backup.result.snapshotId })
    expect(error).toBeNull()
    expect(result.values.find(({ name }) => name === ntp)).toMatchObject({ value: 'own.example', status: 'verified' })
    const left = new Map(result.skipped.map(({ name, reason }) => [name, reason]))
    expect(left.get(mac)).toBe('ownOfBox')
    expect(result.values.map(({ name }) => name)).not.toContain(mac)
    expect(result.values.map(({ name }) => name)).not.toContain('Device.ManagementServer.URL')
  })

  it('restores only what was chosen', async () => {
    const bench = await Bench.open()
    const { id } = await bench.plug()
    const backup = await bench.run('backup', id, { paths: ['Device.Time.', 'Device.ManagementServer.'] })
    await bench.run('write', id, {
      values: [
        { name: ntp, value: 'x.example' },
        { name: interval, value: '77' },
      ],
    })
    const { result } = await bench.run('restore', id, { snapshotId: backup.result.snapshotId, paths: [ntp] })
    expect(result.values.map(({ name, status }) => [name, status])).toEqual([[ntp, 'verified']])
  })
})
