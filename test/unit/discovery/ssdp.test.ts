import { describe, expect, it } from 'vitest'
import { managementServiceOf, meaningOf, parseDescription } from '../../../src-main/discovery/ssdp/description.ts'
import { buildSearch, parseSsdp } from '../../../src-main/discovery/ssdp/ssdp-message.ts'
import { seeded } from '../../random.ts'

const answer = Buffer.from(
  'HTTP/1.1 200 OK\r\nCACHE-CONTROL: max-age=1800\r\nst: upnp:rootdevice\r\nUSN: uuid:1234::upnp:rootdevice\r\nLocation:http://192.168.1.1:49000/tr64desc.xml\r\nSERVER: FRITZ!Box UPnP/1.0 AVM\r\n\r\n',
)
const notify = (nts: string) =>
  Buffer.from(
    `NOTIFY * HTTP/1.1\nHOST: 239.255.255.250:1900\nNT: upnp:rootdevice\nNTS: ssdp:${nts}\nUSN: uuid:1234::upnp:rootdevice\nLOCATION: http://192.168.1.1/d.xml\n\n`,
  )

describe('parseSsdp', () => {
  it('reads answers and announcements', () => {
    expect(parseSsdp(answer)).toEqual({
      kind: 'alive',
      target: 'upnp:rootdevice',
      uuid: 'uuid:1234',
      location: 'http://192.168.1.1:49000/tr64desc.xml',
      server: 'FRITZ!Box UPnP/1.0 AVM',
    })
    expect(parseSsdp(notify('alive'))).toMatchObject({ kind: 'alive', location: 'http://192.168.1.1/d.xml' })
    expect(parseSsdp(notify('byebye'))).toMatchObject({ kind: 'byebye', uuid: 'uuid:1234' })
  })

  it('passes over searches and everything else', () => {
    expect(parseSsdp(buildSearch('ssdp:all'))).toBeNull()
    expect(parseSsdp(Buffer.from('HTTP/1.1 404 Not Found\r\n\r\n'))).toBeNull()
    expect(parseSsdp(Buffer.alloc(0))).toBeNull()
  })

  it('never throws (2,000 cases)', () => {
    const random = seeded(1900)
    for (let n = 0; n < 2000; n++) {
      const bytes = random.below(3)
        ? Buffer.from(random.pick([answer, notify('alive')]))
        : random.bytes(random.below(300))
      for (let k = 0; k < 8 && bytes.length > 0; k++) bytes[random.below(bytes.length)] = random.below(256)
      const notice = parseSsdp(bytes)
      if (notice) expect(notice.location.length).toBeLessThanOrEqual(1024)
    }
  })
})

const tr064 = `<?xml version="1.0"?><root xmlns="urn:dslforum-org:device-1-0"><specVersion><major>1</major></specVersion>
<device><deviceType>urn:dslforum-org:device:InternetGatewayDevice:1</deviceType><friendlyName>FRITZ!Box</friendlyName>
<manufacturer>AVM Berlin</manufacturer><modelName>FRITZ!Box 7590</modelName><serialNumber>C80E14AABBCC</serialNumber>
<serviceList><service><serviceType>urn:dslforum-org:service:ManagementServer:1</serviceType>
<controlURL>/upnp/control/mgmsrv</controlURL><SCPDURL>/mgmsrvSCPD.xml</SCPDURL></service></serviceList>
<deviceList><device><friendlyName>LANDevice</friendlyName><serialNumber>other</serialNumber></device></deviceList></device></root>`
const minidlna = `<?xml version="1.0"?><root xmlns="urn:schemas-upnp-org:device-1-0"><device><deviceType>urn:schemas-upnp-org:device:MediaServer:1</deviceType>
<friendlyName>R&D <TV></friendlyName><manufacturer>Justin &amp; Co</manufacturer><modelName><![CDATA[Windows <Media>]]></modelName>
<serialNumber>&#x41;&#66;C-100</serialNumber></device></root>`

describe('parseDescription', () => {
  it('reads the root device and its services, URLs made absolute', () => {
    const description = parseDescription(tr064, 'http://192.168.1.1:49000/tr64desc.xml')
    if (!description) throw new Error('not read')
    expect(description).toMatchObject({
      name: 'FRITZ!Box',
      manufacturer: 'AVM Berlin',
      model: 'FRITZ!Box 7590',
      serial: 'C80E14AABBCC',
    })
    expect(managementServiceOf(description)).toEqual({
      type: 'urn:dslforum-org:service:ManagementServer:1',
      controlUrl: 'http://192.168.1.1:49000/upnp/control/mgmsrv',
      scpdUrl: 'http://192.168.1.1:49000/mgmsrvSCPD.xml',
    })
    expect(meaningOf(description)).toEqual({ kind: 'router', services: ['tr064', 'igd'] })
  })

  it('takes unescaped characters for what they are', () => {
    const description = parseDescription(minidlna, 'http://192.168.1.2/d.xml')
    expect(description).toMatchObject({
      name: 'R&D <TV>',
      manufacturer: 'Justin & Co',
      model: 'Windows <Media>',
      serial: 'ABC-100',
    })
    expect(description && meaningOf(description)).toEqual({ services: ['media'] })
  })

  it('says null of what is no description', () => {
    expect(parseDescription('<html></html>', 'http://x/')).toBeNull()
    expect(parseDescription('', '')).toBeNull()
  })

  it('is quick and quiet on nonsense (2,000 cases)', () => {
    const random = seeded(64)
    const from = performance.now()
    for (let n = 0; n < 2000; n++) {
      const text = Buffer.from(random.pick([tr064, minidlna]))
      for (let k = 0; k < 10; k++) text[random.below(text.length)] = random.below(256)
      parseDescription(text.toString('latin1'), random.pick(['http://192.168.1.1/', '', 'no url']))
    }
    parseDescription(`<device>${'<friendlyName>'.repeat(18_000)}`, 'http://x/')
    expect(performance.now() - from).toBeLessThan(10_000)
  })
})
