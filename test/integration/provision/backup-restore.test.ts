import { describe, expect, it } from 'vitest'
import type { Firmware } from '#shared/model/firmware.ts'
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

  it('undoes a job by what was kept before it, and touches nothing else', async () => {
    const bench = await Bench.open()
    const { id } = await bench.plug()
    const written = await bench.run('write', id, { values: [{ name: ntp, value: 'x.example' }] })
    const before = await bench.call<SnapshotDetail>('snapshots.get', { id: written.result.snapshotId })
    expect(before).toMatchObject({ kind: 'before', jobId: written.id, writable: [ntp] })
    expect(before.values.map(({ name }) => name)).toEqual([ntp])
    await bench.run('write', id, { values: [{ name: interval, value: '77' }] })
    const undone = await bench.run('restore', id, { snapshotId: before.id })
    expect(undone.result.values).toMatchObject([{ name: ntp, old: 'x.example', status: 'verified' }])
    const redone = await bench.run('restore', id, { snapshotId: undone.result.snapshotId })
    expect(redone.result.values).toMatchObject([{ name: ntp, value: 'x.example', status: 'verified' }])
  })

  it('asks the box what may be written where a snapshot does not know', async () => {
    const bench = await Bench.open()
    const { id, events } = await bench.plug()
    const read = await bench.run('read', id, { paths: ['Device.DeviceInfo.', 'Device.Time.'] })
    const kept = await bench.call<SnapshotDetail>('snapshots.save', { jobId: read.id, name: 'before the visit' })
    await bench.run('write', id, { values: [{ name: ntp, value: 'x.example' }] })
    const { result, error } = await bench.run('restore', id, { snapshotId: kept.id })
    expect(error).toBeNull()
    // UpTime and the clock have moved, too: they are no settings.
    expect(result.values.map(({ name, status }) => [name, status])).toEqual([[ntp, 'verified']])
    expect(events.filter((method) => method === 'SetParameterValues')).toHaveLength(2)
  })

  it('keeps the configuration file of a box and brings it to its replacement', async () => {
    const bench = await Bench.open()
    const old = await bench.plug({ index: 1 })
    const young = await bench.plug({ index: 2 })
    await bench.run('write', old.id, { values: [{ name: ntp, value: 'own.example' }] })
    const backup = await bench.run('backup', old.id, { paths: ['Device.Time.'], configFile: true })
    expect(backup.error).toBeNull()
    expect(backup.result.configError).toBeNull()
    const firmwareId = backup.result.configFile?.firmwareId
    const kept = await bench.call<SnapshotDetail>('snapshots.get', { id: backup.result.snapshotId })
    expect(kept.configFileId).toBe(firmwareId)
    const file = await bench.call<Firmware>('firmware.get', { id: firmwareId })
    expect(file).toMatchObject({ metadata: { fileType: '3 Vendor Configuration File', models: ['STB-4K200'] } })

    const pushed = await bench.run('firmware', young.id, { firmwareId, verifyTimeoutSeconds: 30 })
    expect(pushed.error).toBeNull()
    expect(pushed.result).toMatchObject({ verdict: 'proven', fileType: '3 Vendor Configuration File' })
    const now = await bench.run('read', young.id, { paths: [ntp] })
    expect(now.result.values).toMatchObject([{ value: 'own.example' }])
  })

  it('is a backup all the same where the box sends no file', async () => {
    const bench = await Bench.open()
    const { id } = await bench.plug({ quirks: { unsupportedMethods: ['Upload'] } })
    const { result, error } = await bench.run('backup', id, { paths: ['Device.Time.'], configFile: true })
    expect(error).toBeNull()
    expect(result).toMatchObject({ configFile: null, configError: { code: 'CWMP_9000' } })
    expect(result.valueCount).toBeGreaterThan(3)
  })
})
