import type { TestAcs } from './acs.ts'
import { envelope, informBody } from './foreign-box.ts'
import { cookieOf, type PostOptions, type RawClient, type RawReply } from './raw-client.ts'

/** A box for tests that speaks over raw connections and breaks whatever a test wants broken. */
export class RawBox {
  readonly acs: TestAcs
  readonly serialNumber: string
  readonly deviceId: string
  client: RawClient
  cookie = ''

  private constructor(acs: TestAcs, serialNumber: string, client: RawClient) {
    this.acs = acs
    this.serialNumber = serialNumber
    this.deviceId = `0A0B0C-BOX-${serialNumber}`
    this.client = client
  }

  static async connect(acs: TestAcs, serialNumber: string): Promise<RawBox> {
    return new RawBox(acs, serialNumber, await acs.connect())
  }

  /** One whole session without work, so that the app knows the box. */
  static async known(acs: TestAcs, serialNumber: string): Promise<RawBox> {
    const box = await RawBox.connect(acs, serialNumber)
    await box.inform()
    await box.post('')
    box.cookie = ''
    return box
  }

  /** A session in which GetParameterValues for `paths` waits for its answer; gives the request and the job. */
  static async asked(acs: TestAcs, serialNumber: string, paths = ['Device.DeviceInfo.UpTime']) {
    const box = await RawBox.known(acs, serialNumber)
    const jobId = await box.startRead(paths)
    await box.inform()
    const request = await box.post('')
    return { box, jobId, request }
  }

  async reconnect(): Promise<void> {
    this.client.close()
    this.client = await this.acs.connect()
  }

  async inform(options: PostOptions = {}): Promise<RawReply> {
    const reply = await this.post(envelope('1', informBody(this.serialNumber)), options)
    this.cookie = cookieOf(reply) || this.cookie
    return reply
  }

  post(body: string | Buffer, options: PostOptions = {}): Promise<RawReply> {
    const cookie: Record<string, string> = this.cookie === '' ? {} : { Cookie: this.cookie }
    return this.client.post(body, { ...options, headers: { ...cookie, ...options.headers } })
  }

  /** Starts a read job and waits until it stands in line for a session. */
  async startRead(paths: string[]): Promise<string> {
    const { jobIds } = await this.acs.call('jobs.start', {
      kind: 'read',
      deviceIds: [this.deviceId],
      input: { paths },
    })
    const id = jobIds[0] ?? ''
    for (let job = await this.acs.call('jobs.get', { id }); job.state !== 'waiting'; ) {
      await new Promise((resolve) => setImmediate(resolve))
      job = await this.acs.call('jobs.get', { id })
    }
    return id
  }

  /** The job once it has ended. */
  async job(id: string) {
    for (;;) {
      const job = await this.acs.call('jobs.get', { id })
      if (['succeeded', 'failed', 'cancelled', 'interrupted'].includes(job.state)) return job
      await this.acs.event(({ name }) => name === 'job.changed')
    }
  }
}

/** The cwmp:ID of a request. */
export function idOf({ body }: RawReply): string {
  return /<cwmp:ID[^>]*>([^<]*)</.exec(body)?.[1] ?? ''
}

/** The method of an envelope, or the status of an answer without one. */
export function methodOf({ body, status }: RawReply): string {
  return /Body><(?:cwmp|SOAP-ENV):(\w+)/.exec(body)?.[1] ?? String(status)
}

/** GetParameterValuesResponse with one value for each name. */
export function valuesAnswer(id: string, values: Record<string, string>): string {
  const structs = Object.entries(values).map(
    ([name, value]) =>
      `<ParameterValueStruct><Name>${name}</Name><Value xsi:type="xsd:string">${value}</Value></ParameterValueStruct>`,
  )
  return envelope(
    id,
    `<cwmp:GetParameterValuesResponse><ParameterList soap-enc:arrayType="cwmp:ParameterValueStruct[${structs.length}]">${structs.join('')}</ParameterList></cwmp:GetParameterValuesResponse>`,
  )
}
