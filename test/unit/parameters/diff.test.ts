import { describe, expect, it } from 'vitest'
import type { ParameterValue } from '#shared/model/parameter.ts'
import { diffByConcept, diffByPath } from '#shared/parameters/diff.ts'

const parameter = (name: string, value: string, type = 'string'): ParameterValue => ({ name, value, type })

describe('diffByPath', () => {
  it('tells same, different, and what only one side has; form is no difference', () => {
    const left = [
      parameter('Device.A', '1', 'boolean'),
      parameter('Device.B', 'x'),
      parameter('Device.C', 'left'),
      parameter('Device.D', '00:e0:fc:00:00:01'),
    ]
    const right = [
      parameter('Device.A', 'true', 'boolean'),
      parameter('Device.B', 'y'),
      parameter('Device.D', '00:E0:FC:00:00:01'),
      parameter('Device.E', 'right'),
    ]
    expect(diffByPath(left, right).map(({ kind, left, right }) => [kind, (left ?? right)?.name])).toEqual([
      ['same', 'Device.A'],
      ['different', 'Device.B'],
      ['onlyLeft', 'Device.C'],
      ['same', 'Device.D'],
      ['onlyRight', 'Device.E'],
    ])
  })
})

describe('diffByConcept', () => {
  const wlan = 'InternetGatewayDevice.LANDevice.1.WLANConfiguration.'

  it('brings a TR-098 and a TR-181 box together, instance by instance', () => {
    const left = [
      parameter(`${wlan}5.SSID`, 'Home-5G'),
      parameter(`${wlan}1.SSID`, 'Home'),
      parameter('InternetGatewayDevice.X_ACME', 'odd'),
      parameter('InternetGatewayDevice.DeviceInfo.SoftwareVersion', 'V1'),
    ]
    const right = [
      parameter('Device.WiFi.SSID.1.SSID', 'Home'),
      parameter('Device.WiFi.SSID.2.SSID', 'Other'),
      parameter('Device.WiFi.SSID.3.SSID', 'Guest'),
      parameter('Device.DeviceInfo.SoftwareVersion', 'V2'),
    ]
    expect(
      diffByConcept(left, right).map(({ concept, kind, left, right }) => [concept, kind, left?.value, right?.value]),
    ).toEqual([
      ['wifi.ssid', 'same', 'Home', 'Home'],
      ['wifi.ssid', 'different', 'Home-5G', 'Other'],
      ['device.softwareVersion', 'different', 'V1', 'V2'],
      ['wifi.ssid', 'onlyRight', undefined, 'Guest'],
    ])
  })

  it('brings the account of two operators together', () => {
    const [row] = diffByConcept(
      [parameter('Device.X_CTC_IPTV.ServiceInfo.UserID', '0755')],
      [parameter('Device.X_CU_STB.AuthServiceInfo.UserID', '0755')],
    )
    expect(row).toMatchObject({ kind: 'same', concept: 'iptvAccount.user' })
  })
})
