import { createHash, randomBytes } from 'node:crypto'

/** A CWMP client of our own making for tests: plain strings and fetch, nothing of the product's code. */
export interface ForeignBoxOptions {
  acsUrl: string
  serialNumber?: string
  username?: string
  password?: string
  /** Values by full path; everything else is 9005. */
  values: Record<string, string>
}

const head =
  '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns:soap-enc="http://schemas.xmlsoap.org/soap/encoding/" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:cwmp="urn:dslforum-org:cwmp-1-0">'

export function envelope(id: string, body: string): string {
  return `${head}<soap:Header><cwmp:ID soap:mustUnderstand="1">${id}</cwmp:ID></soap:Header><soap:Body>${body}</soap:Body></soap:Envelope>`
}

export function fault(id: string, code: number, text: string): string {
  return envelope(
    id,
    `<soap:Fault><faultcode>Client</faultcode><faultstring>CWMP fault</faultstring><detail><cwmp:Fault><FaultCode>${code}</FaultCode><FaultString>${text}</FaultString></cwmp:Fault></detail></soap:Fault>`,
  )
}

export function informBody(serialNumber: string, events: string[] = ['1 BOOT']): string {
  const list = events.map(
    (code) => `<EventStruct><EventCode>${code}</EventCode><CommandKey></CommandKey></EventStruct>`,
  )
  return `<cwmp:Inform><DeviceId><Manufacturer>Other</Manufacturer><OUI>0A0B0C</OUI><ProductClass>BOX</ProductClass><SerialNumber>${serialNumber}</SerialNumber></DeviceId><Event soap-enc:arrayType="cwmp:EventStruct[${list.length}]">${list.join('')}</Event><MaxEnvelopes>1</MaxEnvelopes><CurrentTime>2026-01-02T03:04:05+08:00</CurrentTime><RetryCount>0</RetryCount><ParameterList soap-enc:arrayType="cwmp:ParameterValueStruct[1]"><ParameterValueStruct><Name>Device.DeviceInfo.SoftwareVersion</Name><Value xsi:type="xsd:string">1.0.3</Value></ParameterValueStruct></ParameterList></cwmp:Inform>`
}

const md5 = (text: string): string => createHash('md5').update(text).digest('hex')

/** What the box was asked, in order. */
export interface SessionRecord {
  statuses: number[]
  asked: string[][]
}

export class ForeignBox {
  readonly #options: ForeignBoxOptions
  #cookie = ''
  #challenge: string | null = null
  #count = 0
  record: SessionRecord = { statuses: [], asked: [] }

  constructor(options: ForeignBoxOptions) {
    this.#options = options
  }

  /** Opens a session: Inform (with digest where it is asked for), up to the InformResponse. */
  async inform(events?: string[]): Promise<string> {
    return await this.post(envelope('1', informBody(this.#options.serialNumber ?? 'F0001', events)))
  }

  /** The rest of the session: the empty POST, then an answer to each GetParameterValues until the ACS is done. */
  async answerAll(): Promise<SessionRecord> {
    for (let reply = await this.post(''); reply !== ''; reply = await this.post(this.#answer(reply)));
    return this.record
  }

  async post(body: string): Promise<string> {
    const first = await this.#send(body)
    if (first.status !== 401) return await first.text()
    this.#challenge = first.headers.get('www-authenticate')
    await first.text()
    return await (await this.#send(body)).text()
  }

  async #send(body: string): Promise<Response> {
    const headers: Record<string, string> = { cookie: this.#cookie }
    if (body !== '') headers['content-type'] = 'text/xml'
    if (this.#challenge) headers.authorization = this.#digest(this.#challenge)
    const response = await fetch(this.#options.acsUrl, { method: 'POST', body, headers })
    this.record.statuses.push(response.status)
    this.#cookie = response.headers.get('set-cookie')?.split(';')[0] ?? this.#cookie
    return response
  }

  #digest(challenge: string): string {
    const part = (name: string): string => new RegExp(`${name}="([^"]*)"`).exec(challenge)?.[1] ?? ''
    const { username = '', password = '', acsUrl } = this.#options
    const uri = new URL(acsUrl).pathname
    this.#count += 1
    const nc = this.#count.toString(16).padStart(8, '0')
    const cnonce = randomBytes(6).toString('hex')
    const response = md5(
      `${md5(`${username}:${part('realm')}:${password}`)}:${part('nonce')}:${nc}:${cnonce}:auth:${md5(`POST:${uri}`)}`,
    )
    return `Digest username="${username}", realm="${part('realm')}", nonce="${part('nonce')}", uri="${uri}", qop=auth, nc=${nc}, cnonce="${cnonce}", response="${response}", opaque="${part('opaque')}"`
  }

  #answer(request: string): string {
    const id = /<cwmp:ID[^>]*>([^<]*)</.exec(request)?.[1] ?? ''
    const names = [...request.matchAll(/<string[^>]*>([^<]*)</g)].map((match) => match[1] ?? '')
    this.record.asked.push(names)
    if (!request.includes('GetParameterValues')) return fault(id, 9000, 'Method not supported')
    if (names.some((name) => !(name in this.#options.values))) return fault(id, 9005, 'Invalid parameter name')
    const structs = names.map(
      (name) =>
        `<ParameterValueStruct><Name>${name}</Name><Value xsi:type="xsd:string">${this.#options.values[name]}</Value></ParameterValueStruct>`,
    )
    return envelope(
      id,
      `<cwmp:GetParameterValuesResponse><ParameterList soap-enc:arrayType="cwmp:ParameterValueStruct[${names.length}]">${structs.join('')}</ParameterList></cwmp:GetParameterValuesResponse>`,
    )
  }
}
