import { createSocket } from 'node:dgram'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import type { ModelName } from '../../../src-main/virtual-box/model/spec.ts'
import { onCleanup, startBench, until } from '../../support/bench-box.ts'
import { eventsOf, setValues, valueIn } from '../../support/script-acs.ts'

type Assignments = Parameters<typeof setValues>[0]

/** Writes the values, waits for the session after, and returns the box. */
async function diagnose(model: ModelName, values: Assignments, timeScale = 0.01) {
  const bench = await startBench([setValues(values)], { model, timeScale })
  await bench.acs.wait('SetParameterValuesResponse')
  expect(eventsOf(await bench.acs.wait('Inform', 2))).toEqual(['8 DIAGNOSTICS COMPLETE'])
  return bench
}

/** Takes PUTs and serves a megabyte. */
async function startPeer() {
  const uploads: Buffer[] = []
  const server = createServer((request, response) => {
    const pieces: Buffer[] = []
    request
      .on('data', (piece: Buffer) => pieces.push(piece))
      .on('end', () => {
        if (request.method === 'PUT') {
          uploads.push(Buffer.concat(pieces))
          response.writeHead(200, { 'Content-Length': '0' }).end()
        } else {
          response.writeHead(200, { 'Content-Length': '1000000' }).end(Buffer.alloc(1_000_000))
        }
      })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onCleanup(async () => {
    server.closeAllConnections()
    await new Promise<void>((resolve) => server.close(() => resolve()))
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/test`, uploads }
}

describe('diagnostics', () => {
  it.each([
    ['stb', 'Device.LAN.IPPingDiagnostics.'],
    ['gateway181', 'Device.IP.Diagnostics.IPPing.'],
    ['gateway098', 'InternetGatewayDevice.IPPingDiagnostics.'],
  ] as const)('%s pings after the session and tells', async (model, path) => {
    const { box } = await diagnose(model, [
      [`${path}Host`, 'string', '192.168.1.1'],
      [`${path}NumberOfRepetitions`, 'unsignedInt', '5'],
      [`${path}DiagnosticsState`, 'string', 'Requested'],
    ])
    expect(box.getParameter(`${path}DiagnosticsState`)).toBe('Complete')
    expect(box.getParameter(`${path}SuccessCount`)).toBe('5')
    expect(Number(box.getParameter(`${path}AverageResponseTime`))).toBeGreaterThan(0)
  })

  it('knows a host that cannot be resolved, and one that is silent', async () => {
    const path = 'Device.LAN.IPPingDiagnostics.'
    const unknown = await diagnose('stb', [
      [`${path}Host`, 'string', 'nowhere.invalid'],
      [`${path}DiagnosticsState`, 'string', 'Requested'],
    ])
    expect(unknown.box.getParameter(`${path}DiagnosticsState`)).toBe('Error_CannotResolveHostName')
    const silent = await diagnose('stb', [
      [`${path}Host`, 'string', '192.0.2.1'],
      [`${path}DiagnosticsState`, 'string', 'Requested'],
    ])
    expect(silent.box.getParameter(`${path}FailureCount`)).toBe('4')
  })

  it.each([
    ['stb', 'Device.LAN.TraceRouteDiagnostics.', 'HopHost'],
    ['gateway181', 'Device.IP.Diagnostics.TraceRoute.', 'Host'],
    ['gateway098', 'InternetGatewayDevice.TraceRouteDiagnostics.', 'HopHost'],
  ] as const)('%s traces a route', async (model, path, name) => {
    const { box } = await diagnose(model, [
      [`${path}Host`, 'string', '203.0.113.9'],
      [`${path}DiagnosticsState`, 'string', 'Requested'],
    ])
    expect(box.getParameter(`${path}RouteHops.4.${name}`)).toBe('203.0.113.9')
  })

  it('looks a name up', async () => {
    const path = 'Device.DNS.Diagnostics.NSLookupDiagnostics.'
    const { box } = await diagnose('gateway181', [
      [`${path}HostName`, 'string', 'epg.example.net'],
      [`${path}DiagnosticsState`, 'string', 'Requested'],
    ])
    expect(box.getParameter(`${path}Result.1.Status`)).toBe('Success')
    expect(box.getParameter(`${path}ResultNumberOfEntries`)).toBe('1')
  })

  it('really downloads and uploads for TR-143', async () => {
    const peer = await startPeer()
    const down = await diagnose('stb', [
      ['Device.DownloadDiagnostics.DownloadURL', 'string', peer.url],
      ['Device.DownloadDiagnostics.DiagnosticsState', 'string', 'Requested'],
    ])
    expect(down.box.getParameter('Device.DownloadDiagnostics.DiagnosticsState')).toBe('Completed')
    expect(down.box.getParameter('Device.DownloadDiagnostics.TestBytesReceived')).toBe('1000000')
    expect(down.box.getParameter('Device.DownloadDiagnostics.EOMTime')).toMatch(/\.\d{6}Z$/)
    const up = await diagnose('gateway098', [
      ['InternetGatewayDevice.UploadDiagnostics.UploadURL', 'string', peer.url],
      ['InternetGatewayDevice.UploadDiagnostics.TestFileLength', 'unsignedInt', '50000'],
      ['InternetGatewayDevice.UploadDiagnostics.DiagnosticsState', 'string', 'Requested'],
    ])
    expect(up.box.getParameter('InternetGatewayDevice.UploadDiagnostics.TotalBytesSent')).toBe('50000')
    expect(peer.uploads[0]).toHaveLength(50_000)
  })

  it('reports a test server that is not there', async () => {
    const { box } = await diagnose('stb', [
      ['Device.DownloadDiagnostics.DownloadURL', 'string', 'http://127.0.0.1:9/x'],
      ['Device.DownloadDiagnostics.DiagnosticsState', 'string', 'Requested'],
    ])
    expect(box.getParameter('Device.DownloadDiagnostics.DiagnosticsState')).toBe('Error_InitConnectionFailed')
  })

  it('falls back to None and stops when an input is written', async () => {
    const path = 'Device.LAN.IPPingDiagnostics.'
    const { acs, box } = await startBench([
      setValues([
        [`${path}Host`, 'string', '192.0.2.1'],
        [`${path}DiagnosticsState`, 'string', 'Requested'],
      ]),
    ])
    await acs.wait('SetParameterValuesResponse')
    await until(() => !box.state.isInSession)
    acs.script.push(setValues([[`${path}Host`, 'string', '192.0.2.2']]))
    box.inform(['2 PERIODIC'])
    await acs.wait('SetParameterValuesResponse', 2)
    await until(() => box.getParameter(`${path}DiagnosticsState`) === 'None')
  })

  it('noDiagnosticsComplete: finishes in silence', async () => {
    const path = 'Device.LAN.IPPingDiagnostics.'
    const values: Assignments = [
      [`${path}Host`, 'string', '192.168.1.1'],
      [`${path}DiagnosticsState`, 'string', 'Requested'],
    ]
    const { acs, box } = await startBench([setValues(values)], {
      timeScale: 0.01,
      quirks: { noDiagnosticsComplete: true },
    })
    await until(() => box.getParameter(`${path}DiagnosticsState`) === 'Complete')
    expect(acs.all('Inform')).toHaveLength(1)
  })
})

describe("the platform's own tests", () => {
  it('collects its log and uploads it', async () => {
    const peer = await startPeer()
    const { box } = await startBench(
      [
        setValues([
          ['Device.X_00E0FC.DebugInfo.UploadURL', 'string', peer.url],
          ['Device.X_00E0FC.DebugInfo.Action', 'int', '1'],
        ]),
      ],
      { timeScale: 0.01 },
    )
    await until(() => box.getParameter('Device.X_00E0FC.DebugInfo.State') === '3')
    expect(peer.uploads[0]?.toString()).toContain(box.facts.serialNumber)
  })

  it('captures packets and uploads a pcap', async () => {
    const peer = await startPeer()
    const { box } = await startBench(
      [
        setValues([
          ['Device.X_00E0FC.PacketCapture.UploadURL', 'string', peer.url],
          ['Device.X_00E0FC.PacketCapture.State', 'int', '2'],
        ]),
      ],
      { timeScale: 0.002 },
    )
    await until(() => box.getParameter('Device.X_00E0FC.PacketCapture.State') === '6')
    expect(peer.uploads[0]?.readUInt32LE(0)).toBe(0xa1b2c3d4)
  })

  it('measures bandwidth', async () => {
    const peer = await startPeer()
    const path = 'Device.X_00E0FC.BandwidthDiagnostics.'
    const { box } = await startBench([
      setValues([
        [`${path}DownloadURL`, 'string', peer.url],
        [`${path}DiagnosticsState`, 'int', '2'],
      ]),
    ])
    await until(() => box.getParameter(`${path}DiagnosticsState`) === '3')
    expect(Number(box.getParameter(`${path}AvgSpeed`))).toBeGreaterThan(0)
  })

  it('streams its real-time log in Informs', async () => {
    const { acs } = await startBench(
      [
        setValues([
          ['Device.X_CTC_IPTV.LogMsg.Duration', 'unsignedInt', '20'],
          ['Device.X_CTC_IPTV.LogMsg.Enable', 'int', '1'],
        ]),
      ],
      { timeScale: 0.01 },
    )
    const inform = await acs.wait('Inform', 2)
    expect(eventsOf(inform)).toEqual(['M CTC LOG_PERIODIC'])
    expect(Number(valueIn(inform, 'Device.X_CTC_IPTV.LogMsg.PkgLostRate'))).toBeGreaterThanOrEqual(0)
    await acs.wait('Inform', 3)
  })

  it('sends syslog lines to the server it was given', async () => {
    const lines: string[] = []
    const socket = createSocket('udp4').on('message', (message) => lines.push(message.toString()))
    await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
    onCleanup(() => new Promise<void>((resolve) => socket.close(() => resolve())))
    const path = 'Device.X_00E0FC.LogParaConfiguration.'
    await startBench(
      [
        setValues([
          [`${path}SyslogServer`, 'string', `127.0.0.1:${socket.address().port}`],
          [`${path}LogTimer`, 'int', '1'],
          [`${path}LogOutPutType`, 'int', '2'],
        ]),
      ],
      { timeScale: 0.01 },
    )
    await until(() => lines.length >= 3)
    expect(lines[0]).toMatch(/^<14>\d{4}-/)
  })
})
