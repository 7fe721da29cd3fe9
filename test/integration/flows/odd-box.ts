import { envelope } from '../../support/foreign-box.ts'

/** One request of the ACS, as text; `method` is its name. */
export interface Asked {
  method: string
  xml: string
  /** Content of the first element of this name. */
  text(element: string): string
  /** Contents of all elements of this name. */
  texts(element: string): string[]
}

/** What the box does with a request: answers with this body, or drops dead. */
export type Reaction = string | 'hangUp'

/** A CWMP client of plain strings that misbehaves as its test wants. */
export class OddBox {
  readonly #acsUrl: string
  readonly #react: (asked: Asked) => Reaction
  readonly #serialNumber: string
  /** Methods it was asked, in order, over all sessions. */
  readonly asked: string[] = []

  constructor(acsUrl: string, react: (asked: Asked) => Reaction, serialNumber = '1') {
    this.#acsUrl = acsUrl
    this.#react = react
    this.#serialNumber = serialNumber
  }

  /** A whole session: from the Inform to the last empty answer, or to where the box hangs up (then it gives false). */
  async session(
    events: [code: string, commandKey?: string][] = [['2 PERIODIC']],
    /** What it asks of the ACS after its Inform. */
    requests: readonly string[] = [],
  ): Promise<boolean> {
    let cookie = ''
    const post = async (body: string): Promise<string> => {
      const response = await fetch(this.#acsUrl, { method: 'POST', body, headers: { cookie } })
      cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie
      return await response.text()
    }
    await post(envelope('1', informBody(this.#serialNumber, events)))
    for (const [index, request] of requests.entries()) await post(envelope(`r${index}`, request))
    for (let reply = await post(''); reply !== ''; ) {
      const asked = parse(reply)
      this.asked.push(asked.method)
      const reaction = this.#react(asked)
      if (reaction === 'hangUp') return false
      reply = await post(envelope(asked.text('ID'), reaction))
    }
    return true
  }
}

function parse(xml: string): Asked {
  const texts = (element: string): string[] =>
    [...xml.matchAll(new RegExp(`<(?:[\\w-]+:)?${element}(?: [^>]*)?>([^<]*)<`, 'g'))].map((match) => match[1] ?? '')
  return {
    xml,
    method: /<cwmp:(?!ID)(\w+)/.exec(xml.slice(xml.search(/Body/)))?.[1] ?? '',
    texts,
    text: (element) => texts(element)[0] ?? '',
  }
}

function informBody(serialNumber: string, events: [code: string, commandKey?: string][]): string {
  const list = events.map(
    ([code, key = '']) => `<EventStruct><EventCode>${code}</EventCode><CommandKey>${key}</CommandKey></EventStruct>`,
  )
  return `<cwmp:Inform><DeviceId><Manufacturer>Odd</Manufacturer><OUI>0A0B0C</OUI><ProductClass>ODD</ProductClass><SerialNumber>${serialNumber}</SerialNumber></DeviceId><Event soap-enc:arrayType="cwmp:EventStruct[${list.length}]">${list.join('')}</Event><MaxEnvelopes>1</MaxEnvelopes><CurrentTime>2026-01-02T03:04:05+08:00</CurrentTime><RetryCount>0</RetryCount><ParameterList soap-enc:arrayType="cwmp:ParameterValueStruct[1]"><ParameterValueStruct><Name>Device.DeviceInfo.SoftwareVersion</Name><Value xsi:type="xsd:string">1</Value></ParameterValueStruct></ParameterList></cwmp:Inform>`
}

export const oddId = '0A0B0C-ODD-1'

/** Answers, as XML. */
export const answers = {
  values: (values: [name: string, value: string, type?: string][]): string =>
    `<cwmp:GetParameterValuesResponse><ParameterList soap-enc:arrayType="cwmp:ParameterValueStruct[${values.length}]">${values
      .map(
        ([name, value, type = 'string']) =>
          `<ParameterValueStruct><Name>${name}</Name><Value xsi:type="xsd:${type}">${value}</Value></ParameterValueStruct>`,
      )
      .join('')}</ParameterList></cwmp:GetParameterValuesResponse>`,
  names: (names: string[]): string =>
    `<cwmp:GetParameterNamesResponse><ParameterList soap-enc:arrayType="cwmp:ParameterInfoStruct[${names.length}]">${names
      .map((name) => `<ParameterInfoStruct><Name>${name}</Name><Writable>1</Writable></ParameterInfoStruct>`)
      .join('')}</ParameterList></cwmp:GetParameterNamesResponse>`,
  status: (method: string, status = 0): string =>
    `<cwmp:${method}Response><Status>${status}</Status></cwmp:${method}Response>`,
  empty: (method: string): string => `<cwmp:${method}Response></cwmp:${method}Response>`,
  fault: (code: number, ...parameters: [name: string, code: number][]): string =>
    `<soap:Fault><faultcode>Client</faultcode><faultstring>CWMP fault</faultstring><detail><cwmp:Fault><FaultCode>${code}</FaultCode><FaultString>no</FaultString>${parameters
      .map(
        ([name, own]) =>
          `<SetParameterValuesFault><ParameterName>${name}</ParameterName><FaultCode>${own}</FaultCode><FaultString>bad</FaultString></SetParameterValuesFault>`,
      )
      .join('')}</cwmp:Fault></detail></soap:Fault>`,
}

/** A box with values that can be read and written; `refuse` may answer a write otherwise. */
export function storing(
  store: Map<string, { value: string; type: string }>,
  refuse: (wanted: [name: string, value: string][]) => Reaction | undefined = () => undefined,
): (asked: Asked) => Reaction {
  return (asked) => {
    switch (asked.method) {
      case 'GetParameterValues': {
        const names = asked.texts('string')
        if (names.some((name) => !store.has(name))) return answers.fault(9005)
        return answers.values(names.map((name) => [name, store.get(name)?.value ?? '', store.get(name)?.type ?? '']))
      }
      case 'SetParameterValues': {
        const values = asked.texts('Value')
        const wanted = asked.texts('Name').map((name, i): [string, string] => [name, values[i] ?? ''])
        const refusal = refuse(wanted)
        if (refusal !== undefined && refusal !== 'hangUp') return refusal
        for (const [name, value] of wanted) store.set(name, { type: 'string', ...store.get(name), value })
        return refusal ?? answers.status('SetParameterValues')
      }
      default:
        return answers.fault(9000)
    }
  }
}
