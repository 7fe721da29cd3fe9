import { createHash } from 'node:crypto'
import { createSocket, type Socket } from 'node:dgram'
import { createServer, type Server } from 'node:http'
import { parseArgs } from 'node:util'

/** A gateway with TR-064 for tests, run as a process of its own: SSDP, description, digest, ManagementServer:1. */

const service = 'urn:dslforum-org:service:ManagementServer:1'
const root = 'urn:dslforum-org:device:InternetGatewayDevice:1'
const description = (serial: string) => `<?xml version="1.0"?>
<root xmlns="urn:dslforum-org:device-1-0"><device><deviceType>${root}</deviceType><friendlyName>Test TR-064</friendlyName>
<manufacturer>Foreign</manufacturer><modelName>GW & Co</modelName><serialNumber>${serial}</serialNumber><serviceList>
<service><serviceType>urn:dslforum-org:service:DeviceInfo:1</serviceType><controlURL>/upnp/control/deviceinfo</controlURL><SCPDURL>/d.xml</SCPDURL></service>
<service><serviceType>${service}</serviceType><controlURL>/upnp/control/mgmsrv</controlURL><SCPDURL>/mgmsrvSCPD.xml</SCPDURL></service>
</serviceList></device></root>`
const action = (name: string, args: [string, 'in' | 'out'][]) =>
  `<action><name>${name}</name><argumentList>${args.map(([arg, way]) => `<argument><name>${arg}</name><direction>${way}</direction></argument>`).join('')}</argumentList></action>`
const scpd = `<?xml version="1.0"?><scpd><actionList>${[
  action('GetInfo', [
    ['NewURL', 'out'],
    ['NewUsername', 'out'],
  ]),
  action('SetManagementServerURL', [['NewURL', 'in']]),
  action('SetManagementServerUsername', [['NewUsername', 'in']]),
  action('SetPeriodicInform', [
    ['NewPeriodicInformEnable', 'in'],
    ['NewPeriodicInformInterval', 'in'],
    ['NewPeriodicInformTime', 'in'],
  ]),
].join('')}</actionList></scpd>`

const settings: Record<string, string> = {
  NewURL: 'http://acs.operator.example:7547/a?b=1&c=2',
  NewUsername: 'op-user',
  NewPeriodicInformEnable: '1',
  NewPeriodicInformInterval: '86400',
}
const md5 = (text: string) => createHash('md5').update(text).digest('hex')
const user = md5('dslf-config:F!Box SOAP-Auth:geheim')
const escapeXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

function isProven(authorization: string): boolean {
  const part = (name: string) => new RegExp(`${name}="?([^",]*)`).exec(authorization)?.[1] ?? ''
  const a2 = md5(`POST:${part('uri')}`)
  return part('response') === md5(`${user}:${part('nonce')}:${part('nc')}:${part('cnonce')}:auth:${a2}`)
}

function answerAction(name: string, body: string): string {
  if (name.startsWith('Set')) {
    for (const [, key = '', value = ''] of body.matchAll(/<(New\w+)>([^<]*)</g))
      settings[key] = value.replaceAll('&amp;', '&')
  }
  const out =
    name === 'GetInfo' ? Object.entries(settings).map(([key, value]) => `<${key}>${escapeXml(value)}</${key}>`) : []
  return `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><u:${name}Response xmlns:u="${service}">${out.join('')}</u:${name}Response></s:Body></s:Envelope>`
}

function serveHttp(address: string, serial: string): Server {
  const server = createServer((request, response) => {
    if (request.method === 'GET') {
      response.end(request.url === '/mgmsrvSCPD.xml' ? scpd : description(serial))
      return
    }
    let body = ''
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString()
    })
    request.on('end', () => {
      if (!isProven(request.headers.authorization ?? '')) {
        const challenge = 'Digest realm="F!Box SOAP-Auth",nonce="5D8A1F2E",algorithm=MD5,qop="auth"'
        response.writeHead(401, { 'WWW-Authenticate': challenge })
        response.end()
        return
      }
      response.end(answerAction(String(request.headers.soapaction).split('#')[1]?.replace('"', '') ?? '', body))
    })
  })
  return server.listen(49_000, address)
}

function serveSsdp(address: string): Socket {
  const socket = createSocket({ type: 'udp4', reuseAddr: true })
  socket.on('message', (bytes, { address: to, port }) => {
    if (!bytes.toString().includes(root)) return
    const answer = `HTTP/1.1 200 OK\r\nLOCATION: http://${address}:49000/tr64desc.xml\r\nSERVER: Test UPnP/1.0\r\nCACHE-CONTROL: max-age=1800\r\nEXT:\r\nST: ${root}\r\nUSN: uuid:739f2409-0000::${root}\r\n\r\n`
    socket.send(answer, port, to)
  })
  return socket.bind(1900, () => socket.addMembership('239.255.255.250', address))
}

const { values } = parseArgs({ options: { address: { type: 'string' }, serial: { type: 'string' } } })
serveHttp(values.address ?? '', values.serial ?? '')
serveSsdp(values.address ?? '')
