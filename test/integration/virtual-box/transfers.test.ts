import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { boxFacts } from '../../../src-main/virtual-box/model/facts.ts'
import { buildImage } from '../../../src-main/virtual-box/transfer/firmware-image.ts'
import { onCleanup, startAcs, startBench, startBox, until } from '../../support/bench-box.ts'
import { download, eventsOf, messageOf, send, textOf, valueIn } from '../../support/script-acs.ts'

const { productClass, hardwareVersion } = boxFacts('stb', 1, '', '')
const image = buildImage({ productClass, hardwareVersion, version: 'V2.4.0' }, 300_000)

interface FileServer {
  readonly url: string
  readonly requests: { method: string; authorization: string | undefined; body: Buffer }[]
}

/** A file server made for one test. */
async function startFiles(
  answer: (request: IncomingMessage, response: ServerResponse, body: Buffer) => void,
): Promise<FileServer> {
  const requests: FileServer['requests'] = []
  const server = createServer((request, response) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      const body = Buffer.concat(pieces)
      requests.push({ method: request.method ?? '', authorization: request.headers.authorization, body })
      answer(request, response, body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onCleanup(async () => {
    server.closeAllConnections()
    await new Promise<void>((resolve) => server.close(() => resolve()))
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/file.bin`, requests }
}

const serve =
  (body: Buffer) =>
  (_: IncomingMessage, response: ServerResponse): void =>
    void response.writeHead(200, { 'Content-Length': String(body.length) }).end(body)

const upload = (url: string, type: string): string =>
  `<cwmp:Upload><CommandKey>u1</CommandKey><FileType>${type}</FileType><URL>${url}</URL><Username>u</Username><Password>p</Password><DelaySeconds>0</DelaySeconds></cwmp:Upload>`

describe('Download of firmware', () => {
  it('accepts, fetches, flashes, reboots and reports in the session after', async () => {
    const files = await startFiles(serve(image))
    const { acs, box, events } = await startBench([download(files.url, { key: 'fw-1', size: image.length })])
    const accepted = await acs.wait('DownloadResponse')
    expect(textOf(accepted, 'Status')).toBe('1')
    expect(textOf(accepted, 'StartTime')).toBe('0001-01-01T00:00:00Z')
    const inform = await acs.wait('Inform', 2)
    expect(eventsOf(inform)).toEqual(['1 BOOT', '4 VALUE CHANGE', '7 TRANSFER COMPLETE', 'M Download'])
    expect(inform).toContain('<CommandKey>fw-1</CommandKey>')
    expect(valueIn(inform, 'Device.DeviceInfo.SoftwareVersion')).toBe('V2.4.0')
    const report = await acs.wait('TransferComplete')
    expect(textOf(report, 'CommandKey')).toBe('fw-1')
    expect(textOf(report, 'FaultCode')).toBe('0')
    await until(() => box.state.pendingEvents.length === 0)
    expect(events).toContainEqual({ kind: 'flashed', version: 'V2.4.0' })
    expect(acs.all('TransferComplete')).toHaveLength(1)
  })

  const cases: readonly (readonly [
    string,
    (request: IncomingMessage, response: ServerResponse) => void,
    number,
    number,
  ])[] = [
    ['a damaged image', serve(image.subarray(0, 250_000)), 0, 9018],
    ['a size other than announced', serve(image), image.length + 1, 9018],
    [
      'an image of another product',
      serve(buildImage({ productClass: 'X', hardwareVersion: 'X', version: '1' })),
      0,
      9019,
    ],
    ['no such file', (_, response) => void response.writeHead(404, { 'Content-Length': '0' }).end(), 0, 9016],
    [
      'wrong credentials',
      (_, response) =>
        void response
          .writeHead(401, { 'WWW-Authenticate': 'Digest realm="f", nonce="n", qop="auth"', 'Content-Length': '0' })
          .end(),
      0,
      9012,
    ],
    [
      'a server that breaks off',
      (_, response) => {
        response.writeHead(200, { 'Content-Length': String(image.length) })
        response.write(image.subarray(0, 1000), () => response.destroy())
      },
      0,
      9017,
    ],
    ['a server in trouble', (_, response) => void response.writeHead(500, { 'Content-Length': '0' }).end(), 0, 9010],
  ]

  it.each(cases)('reports %s, without a reboot', async (_, answer, size, fault) => {
    const files = await startFiles(answer)
    const { acs } = await startBench([download(files.url, { size })])
    expect(eventsOf(await acs.wait('Inform', 2))).toEqual(['7 TRANSFER COMPLETE', 'M Download'])
    const report = await acs.wait('TransferComplete')
    expect(textOf(report, 'FaultCode')).toBe(String(fault))
    expect(textOf(report, 'FaultString')).not.toBe('')
  })

  it('reports a server that is not there with 9015', async () => {
    const { acs } = await startBench([download('http://127.0.0.1:9/x.bin')])
    expect(textOf(await acs.wait('TransferComplete'), 'FaultCode')).toBe('9015')
  })

  it.each([
    ['ftp', 'ftp://127.0.0.1/x', {}, 9013],
    ['credentials in the URL', 'http://u:p@127.0.0.1/x', {}, 9003],
    ['nonsense for a URL', 'nonsense', {}, 9003],
    ['an unknown file type', 'http://127.0.0.1/x', { type: '9 Nothing' }, 9003],
  ])('refuses %s at once', async (_, url, extra, code) => {
    const { acs } = await startBench([download(url, extra)])
    expect(await acs.wait('Fault')).toContain(`<FaultCode>${code}</FaultCode>`)
  })

  it('queues three, refuses a fourth, lists and cancels', async () => {
    const files = await startFiles(serve(image))
    const later = (key: string) => download(files.url, { key }).replace('<DelaySeconds>0<', '<DelaySeconds>600<')
    const { acs } = await startBench(
      [
        ...['a', 'b', 'c', 'd'].map(later),
        '<cwmp:CancelTransfer><CommandKey>b</CommandKey></cwmp:CancelTransfer>',
        '<cwmp:GetAllQueuedTransfers/>',
      ],
      { model: 'gateway181' },
    )
    expect(await acs.wait('Fault')).toContain('<FaultCode>9004</FaultCode>')
    const list = await acs.wait('GetAllQueuedTransfersResponse')
    expect([...list.matchAll(/<CommandKey>(\w)</g)].map((match) => match[1])).toEqual(['a', 'c'])
    expect(list).toContain('<State>1</State><IsDownload>1</IsDownload>')
  })

  it('repeats TransferComplete in the next session when it was not answered', async () => {
    const files = await startFiles(serve(Buffer.alloc(10)))
    const acs = await startAcs([download(files.url)])
    let broken = 0
    acs.intercept = ({ body }, response) => {
      if (messageOf(body) !== 'TransferComplete' || broken > 0) {
        return false
      }
      broken += 1
      response.destroy()
      return true
    }
    await startBox(acs, { timeScale: 0.001 })
    await acs.wait('TransferComplete', 2)
    expect(eventsOf(await acs.wait('Inform', 3))).toEqual(['7 TRANSFER COMPLETE', 'M Download'])
  })

  it('starts a ScheduleDownload when its window opens', async () => {
    const files = await startFiles(serve(Buffer.from('# ACME configuration 1\n')))
    const window =
      '<TimeWindowList SOAP-ENC:arrayType="cwmp:TimeWindowStruct[1]"><TimeWindowStruct><WindowStart>20</WindowStart><WindowEnd>60</WindowEnd><WindowMode>1 At Any Time</WindowMode><UserMessage/><MaxRetries>0</MaxRetries></TimeWindowStruct></TimeWindowList>'
    const rpc = `<cwmp:ScheduleDownload><CommandKey>sd</CommandKey><FileType>3 Vendor Configuration File</FileType><URL>${files.url}</URL><Username/><Password/><FileSize>0</FileSize><TargetFileName/>${window}</cwmp:ScheduleDownload>`
    const { acs } = await startBench([rpc], { model: 'gateway181', timeScale: 0.005 })
    await acs.wait('ScheduleDownloadResponse')
    expect(files.requests).toHaveLength(0)
    expect(eventsOf(await acs.wait('Inform', 2))).toEqual(['7 TRANSFER COMPLETE', 'M ScheduleDownload'])
    expect(textOf(await acs.wait('TransferComplete'), 'FaultCode')).toBe('0')
  })
})

describe('other files', () => {
  it('takes a configuration file and applies it', async () => {
    const config =
      '# ACME configuration 1\nDevice.Time.NTPServer1="ntp.lab"\nDevice.DeviceInfo.SerialNumber="no"\nDevice.Nope="x"\n'
    const files = await startFiles(serve(Buffer.from(config)))
    const { acs, box } = await startBench([download(files.url, { type: '3 Vendor Configuration File' })])
    expect(textOf(await acs.wait('TransferComplete'), 'FaultCode')).toBe('0')
    expect(box.getParameter('Device.Time.NTPServer1')).toBe('ntp.lab')
    expect(box.getParameter('Device.DeviceInfo.SerialNumber')).toBe(box.facts.serialNumber)
  })

  it('fetches with digest when asked', async () => {
    const files = await startFiles((request, response) => {
      if (request.headers.authorization === undefined) {
        response
          .writeHead(401, { 'WWW-Authenticate': 'Digest realm="f", nonce="n", qop="auth"', 'Content-Length': '0' })
          .end()
      } else {
        serve(image)(request, response)
      }
    })
    const { acs } = await startBench([download(files.url, { user: 'fu', password: 'fp' })])
    expect(textOf(await acs.wait('TransferComplete'), 'FaultCode')).toBe('0')
    expect(files.requests[1]?.authorization).toMatch(/^Digest username="fu".*nc=00000001/)
  })

  it.each([
    ['2 Vendor Log File', /player:|cwmp:/],
    ['1 Vendor Configuration File', /^# ACME configuration 1\n.*Device\.ManagementServer\.URL=/s],
  ])('uploads %s with PUT', async (type, content) => {
    const files = await startFiles((_, response) => void response.writeHead(201, { 'Content-Length': '0' }).end())
    const { acs } = await startBench([upload(files.url, type)])
    expect(eventsOf(await acs.wait('Inform', 2))).toEqual(['7 TRANSFER COMPLETE', 'M Upload'])
    expect(textOf(await acs.wait('TransferComplete'), 'FaultCode')).toBe('0')
    expect(files.requests[0]?.method).toBe('PUT')
    expect(files.requests[0]?.body.toString()).toMatch(content)
  })

  it('reports an upload that the server refuses with 9011', async () => {
    const files = await startFiles((_, response) => void response.writeHead(403, { 'Content-Length': '0' }).end())
    const { acs } = await startBench([upload(files.url, '2 Vendor Log File')])
    expect(textOf(await acs.wait('TransferComplete'), 'FaultCode')).toBe('9011')
  })
})

describe('misbehaviour around files', () => {
  it('noTransferComplete: fetches, reboots, and says nothing of it', async () => {
    const files = await startFiles(serve(image))
    const { acs, box } = await startBench([download(files.url)], { quirks: { noTransferComplete: true } })
    const inform = await acs.wait('Inform', 2)
    expect(eventsOf(inform)).toEqual(['1 BOOT', '4 VALUE CHANGE'])
    await until(() => !box.state.isInSession)
    expect(acs.all('TransferComplete')).toHaveLength(0)
  })

  it('transferCompleteSameSession: reports before the session is over, then reboots', async () => {
    const files = await startFiles(serve(image))
    const { acs } = await startBench([download(files.url)], { quirks: { transferCompleteSameSession: true } })
    await acs.wait('TransferComplete')
    expect(acs.all('Inform')).toHaveLength(1)
    expect(eventsOf(await acs.wait('Inform', 2))).toEqual(['1 BOOT', '4 VALUE CHANGE'])
  })

  it('fetchBeforeResponse: has the file before it answers', async () => {
    const files = await startFiles(serve(image))
    const acs = await startAcs([download(files.url)])
    let fetchedBefore = false
    acs.intercept = ({ body }) => {
      fetchedBefore ||= messageOf(body) === 'DownloadResponse' && files.requests.length === 1
      return false
    }
    await startBox(acs, { quirks: { fetchBeforeResponse: true } })
    expect(textOf(await acs.wait('TransferComplete'), 'FaultCode')).toBe('0')
    expect(fetchedBefore).toBe(true)
  })

  it('downloadTwice: asks for the file twice', async () => {
    const files = await startFiles(serve(image))
    const { acs } = await startBench([download(files.url)], { quirks: { downloadTwice: true } })
    await acs.wait('TransferComplete')
    expect(files.requests).toHaveLength(2)
  })

  it('liesAboutVersion: success, and still the old version', async () => {
    const files = await startFiles(serve(image))
    const { acs } = await startBench([download(files.url)], { quirks: { liesAboutVersion: true } })
    expect(valueIn(await acs.wait('Inform', 2), 'Device.DeviceInfo.SoftwareVersion')).toBe('V2.3.5')
    expect(textOf(await acs.wait('TransferComplete'), 'FaultCode')).toBe('0')
  })

  it('refusesImage: 9019', async () => {
    const files = await startFiles(serve(image))
    const { acs } = await startBench([download(files.url)], { quirks: { refusesImage: true } })
    expect(textOf(await acs.wait('TransferComplete'), 'FaultCode')).toBe('9019')
  })

  it.each([
    ['download', 'V2.3.5', '9017'],
    ['flash', 'V2.3.5', '9017'],
    ['beforeTransferComplete', 'V2.4.0', '0'],
  ] as const)('losesPowerAt %s: comes back with version %s and reports %s', async (losesPowerAt, version, fault) => {
    const files = await startFiles(serve(image))
    const { acs, box } = await startBench([download(files.url, { key: 'pw' })], { quirks: { losesPowerAt } })
    const report = await acs.wait('TransferComplete')
    expect(textOf(report, 'FaultCode')).toBe(fault)
    expect(textOf(report, 'CommandKey')).toBe('pw')
    await until(() => box.state.pendingEvents.length === 0)
    expect(box.state.softwareVersion).toBe(version)
    expect(acs.all('TransferComplete')).toHaveLength(1)
    expect(acs.all('Inform')).toHaveLength(losesPowerAt === 'beforeTransferComplete' ? 3 : 2)
  })

  it('stallsDownloadAtBytes: stops reading, and gives up after a minute of box time', async () => {
    const big = buildImage({ productClass: 'X', hardwareVersion: 'X', version: '1' }, 8_000_000)
    const files = await startFiles(serve(big))
    const { acs } = await startBench([download(files.url)], {
      quirks: { stallsDownloadAtBytes: 100_000 },
      timeScale: 0.003,
    })
    expect(textOf(await acs.wait('TransferComplete'), 'FaultCode')).toBe('9017')
  })

  it('a box whose ACS is not reachable during the transfer reports later', async () => {
    const files = await startFiles(serve(Buffer.alloc(4)))
    const acs = await startAcs([download(files.url)])
    let isDown = false
    acs.intercept = ({ body }, response) => {
      if (isDown) {
        response.destroy()
        return true
      }
      isDown = messageOf(body) === 'DownloadResponse'
      if (isDown) {
        send(response, '')
      }
      return isDown
    }
    const { box } = await startBox(acs, { timeScale: 0.002 })
    await until(() => box.state.failedAttempts > 0)
    isDown = false
    acs.intercept = () => false
    expect(textOf(await acs.wait('TransferComplete'), 'FaultCode')).toBe('9018')
  })
})

describe('CWMP 1.0', () => {
  it('knows only 9010 for a download that failed in a finer way, and tells the rest in words', async () => {
    const { acs } = await startBench([download('http://127.0.0.1:9/x.bin')], { cwmpVersion: '1.0' })
    const report = await acs.wait('TransferComplete')
    expect(textOf(report, 'FaultCode')).toBe('9010')
    expect(textOf(report, 'FaultString')).toContain('unable to contact file server')
  })
})
