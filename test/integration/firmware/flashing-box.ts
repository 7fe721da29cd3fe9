import { envelope, fault } from '../../support/foreign-box.ts'

/** What a Download told the box. */
export interface Told {
  url: string
  commandKey: string
  username: string
  password: string
  fileSize: number
  fileType: string
  targetFileName: string
}

export interface FlashingBoxOptions {
  acsUrl: string
  version: string
  serialNumber?: string
  /** The body that answers Download; status 1 by default. Whatever it awaits happens before the answer. */
  onDownload?: (told: Told) => string | Promise<string>
  /** Sends its TransferComplete before the answer to Download, or in the same session after it. */
  reports?: 'beforeAnswer' | 'afterAnswer'
  /** The body that answers CancelTransfer; without it the box does not know the method. */
  onCancel?: (commandKey: string) => string
}

export const flashingProduct = 'FLASHBOX'

/** A CWMP client of plain strings, nothing of the product's code in it; its files it fetches with foreign tools. */
export class FlashingBox {
  readonly #options: FlashingBoxOptions
  readonly id: string
  version: string
  /** Methods it was asked, in order, over all sessions. */
  readonly asked: string[] = []
  told: Told | null = null

  constructor(options: FlashingBoxOptions) {
    this.#options = options
    this.version = options.version
    this.id = `0A0B0C-${flashingProduct}-${this.#serial}`
  }

  /**
   * One session: Inform with these events (and CommandKeys), then what the box itself wants to say, then answers until the
   * ACS is done.
   */
  async session(events: [code: string, key?: string][], says: string[] = []): Promise<void> {
    let cookie = ''
    const post = async (body: string): Promise<string> => {
      const response = await fetch(this.#options.acsUrl, { method: 'POST', body, headers: { cookie } })
      cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie
      return await response.text()
    }
    await post(envelope('1', this.#inform(events)))
    for (const [at, saying] of says.entries()) await post(envelope(String(at + 2), saying))
    for (let reply = await post(''); reply !== ''; ) {
      const isDownload = reply.includes('<cwmp:Download>')
      const answer = await this.#answer(reply)
      const { reports } = this.#options
      const report = envelope('report', this.complete())
      if (isDownload && reports === 'beforeAnswer') await post(report)
      reply = await post(answer)
      if (isDownload && reports === 'afterAnswer' && reply === '') reply = await post(report)
    }
  }

  /** TransferComplete of the Download that it was told, as it says it itself. */
  complete(faultCode = 0, message = ''): string {
    const time = new Date().toISOString().slice(0, 19)
    return `<cwmp:TransferComplete><CommandKey>${this.told?.commandKey ?? ''}</CommandKey><FaultStruct><FaultCode>${faultCode}</FaultCode><FaultString>${message}</FaultString></FaultStruct><StartTime>${time}Z</StartTime><CompleteTime>${time}Z</CompleteTime></cwmp:TransferComplete>`
  }

  get #serial(): string {
    return this.#options.serialNumber ?? 'FB1'
  }

  async #answer(xml: string): Promise<string> {
    const text = (element: string): string =>
      new RegExp(`<(?:[\\w-]+:)?${element}(?: [^>]*)?>([^<]*)<`).exec(xml)?.[1] ?? ''
    const method = /Body>\s*<cwmp:(\w+)/.exec(xml)?.[1] ?? ''
    const id = text('ID')
    this.asked.push(method)
    if (method === 'GetParameterValues') {
      return envelope(
        id,
        `<cwmp:GetParameterValuesResponse><ParameterList soap-enc:arrayType="cwmp:ParameterValueStruct[1]">${this.#versionValue()}</ParameterList></cwmp:GetParameterValuesResponse>`,
      )
    }
    const { onCancel } = this.#options
    if (method === 'GetRPCMethods') {
      const methods = ['GetParameterValues', 'Download', ...(onCancel ? ['CancelTransfer'] : [])]
      return envelope(id, methodList(methods))
    }
    if (method === 'CancelTransfer' && onCancel) return envelope(id, onCancel(text('CommandKey')))
    if (method !== 'Download') return fault(id, 9000, 'Method not supported')
    this.told = {
      url: text('URL'),
      commandKey: text('CommandKey'),
      username: text('Username'),
      password: text('Password'),
      fileSize: Number(text('FileSize')),
      fileType: text('FileType'),
      targetFileName: text('TargetFileName'),
    }
    return envelope(id, (await this.#options.onDownload?.(this.told)) ?? downloadStatus(1))
  }

  #versionValue(): string {
    return `<ParameterValueStruct><Name>Device.DeviceInfo.SoftwareVersion</Name><Value xsi:type="xsd:string">${this.version}</Value></ParameterValueStruct>`
  }

  #inform(events: [code: string, key?: string][]): string {
    const list = events.map(
      ([code, key = '']) => `<EventStruct><EventCode>${code}</EventCode><CommandKey>${key}</CommandKey></EventStruct>`,
    )
    return `<cwmp:Inform><DeviceId><Manufacturer>Other</Manufacturer><OUI>0A0B0C</OUI><ProductClass>${flashingProduct}</ProductClass><SerialNumber>${this.#serial}</SerialNumber></DeviceId><Event soap-enc:arrayType="cwmp:EventStruct[${list.length}]">${list.join('')}</Event><MaxEnvelopes>1</MaxEnvelopes><CurrentTime>2026-01-02T03:04:05+08:00</CurrentTime><RetryCount>0</RetryCount><ParameterList soap-enc:arrayType="cwmp:ParameterValueStruct[1]">${this.#versionValue()}</ParameterList></cwmp:Inform>`
  }
}

function methodList(methods: string[]): string {
  const names = methods.map((name) => `<string>${name}</string>`).join('')
  return `<cwmp:GetRPCMethodsResponse><MethodList soap-enc:arrayType="xsd:string[${methods.length}]">${names}</MethodList></cwmp:GetRPCMethodsResponse>`
}

/** DownloadResponse with this status. */
export function downloadStatus(status: 0 | 1): string {
  const time = '0001-01-01T00:00:00Z'
  return `<cwmp:DownloadResponse><Status>${status}</Status><StartTime>${time}</StartTime><CompleteTime>${time}</CompleteTime></cwmp:DownloadResponse>`
}

/** A fault in place of an answer. */
export function faultBody(code: number): string {
  return `<soap:Fault><faultcode>Server</faultcode><faultstring>CWMP fault</faultstring><detail><cwmp:Fault><FaultCode>${code}</FaultCode><FaultString>no</FaultString></cwmp:Fault></detail></soap:Fault>`
}
