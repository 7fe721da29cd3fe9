import { describe, expect, it } from 'vitest'
import { planRestore, type RestoreOrder } from '#shared/parameters/restore.ts'

const parameter = (name: string, value: string, type = 'string') => ({ name, value, type })

function plan(kept: [string, string][], now: [string, string][], more: Partial<RestoreOrder> = {}) {
  const { changes, skipped } = planRestore({
    kept: kept.map(([name, value]) => parameter(name, value)),
    now: new Map(now.map(([name, value]) => [name, parameter(name, value)])),
    writable: null,
    isOtherBox: false,
    ...more,
  })
  return {
    changes: changes.map(({ name, old, value }) => [name, old, value]),
    skipped: skipped.map(({ name, reason }) => [name, reason]),
  }
}

describe('planRestore', () => {
  it('writes what differs and nothing else', () => {
    expect(
      plan(
        [
          ['Device.A', '1'],
          ['Device.B', '2'],
        ],
        [
          ['Device.A', '1'],
          ['Device.B', '3'],
        ],
      ),
    ).toEqual({
      changes: [['Device.B', '3', '2']],
      skipped: [],
    })
  })

  it('leaves out what is not there, secrets that were never told, commands, and the way to another ACS', () => {
    const { changes, skipped } = plan(
      [
        ['Device.Gone', '1'],
        ['Device.WiFi.AccessPoint.1.Security.KeyPassphrase', ''],
        ['Device.LAN.IPPingDiagnostics.DiagnosticsState', 'Requested'],
        ['Device.X_00E0FC.PacketCapture.State', '2'],
        ['Device.ManagementServer.URL', 'http://other/'],
      ],
      [
        ['Device.WiFi.AccessPoint.1.Security.KeyPassphrase', 'now told'],
        ['Device.LAN.IPPingDiagnostics.DiagnosticsState', 'None'],
        ['Device.X_00E0FC.PacketCapture.State', '1'],
        ['Device.ManagementServer.URL', 'http://here/'],
      ],
    )
    expect(changes).toEqual([])
    expect(skipped.map(([, reason]) => reason)).toEqual(['notOnBox', 'concealed', 'command', 'command', 'acsUrl'])
  })

  it('says that a secret which no box tells may have changed all the same', () => {
    const password: [string, string] = ['Device.X_CTC_IPTV.ServiceInfo.Password', '']
    expect(plan([password], [password])).toEqual({ changes: [], skipped: [[password[0], 'concealed']] })
    expect(plan([password], [password], { writable: new Set() }).skipped).toEqual([])
  })

  it('keeps the identity of another box its own', () => {
    const kept: [string, string][] = [
      ['Device.LAN.MACAddress', 'a'],
      ['Device.ManagementServer.Username', 'a'],
    ]
    const now: [string, string][] = [
      ['Device.LAN.MACAddress', 'b'],
      ['Device.ManagementServer.Username', 'b'],
    ]
    expect(plan(kept, now, { isOtherBox: true }).skipped.map(([, reason]) => reason)).toEqual(['ownOfBox', 'ownOfBox'])
    expect(plan(kept, now).changes).toHaveLength(2)
  })

  it('does what was chosen, rules or not, but not what cannot be written', () => {
    const url = 'Device.ManagementServer.URL'
    const chosen = new Set([url, 'Device.Fixed'])
    const { changes, skipped } = plan(
      [
        [url, 'http://other/'],
        ['Device.Fixed', '1'],
        ['Device.Else', '1'],
      ],
      [
        [url, 'http://here/'],
        ['Device.Fixed', '2'],
        ['Device.Else', '2'],
      ],
      { chosen, writable: new Set([url, 'Device.Else']) },
    )
    expect(changes).toEqual([[url, 'http://here/', 'http://other/']])
    expect(skipped).toEqual([['Device.Fixed', 'readOnly']])
  })
})
