import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gunzipSync } from 'node:zlib'

/** One POST as it arrived. */
export interface SeenPost {
  readonly body: string
  readonly bytes: Buffer
  readonly headers: IncomingMessage['headers']
  readonly httpVersion: string
  /** Number of the TCP connection, from 1. */
  readonly connection: number
  readonly at: number
}

export type Reply = (post: SeenPost, response: ServerResponse) => boolean

const NS = 'urn:dslforum-org:cwmp-1-0'

/** Wraps a body into an ACS envelope. */
export const acsEnvelope = (body: string, id = '1', namespace = NS, header = ''): string =>
  '<SOAP-ENV:Envelope xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/" ' +
  'xmlns:SOAP-ENC="http://schemas.xmlsoap.org/soap/encoding/" xmlns:xsd="http://www.w3.org/2001/XMLSchema" ' +
  `xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:cwmp="${namespace}"><SOAP-ENV:Header>` +
  `<cwmp:ID SOAP-ENV:mustUnderstand="1">${id}</cwmp:ID>${header}</SOAP-ENV:Header><SOAP-ENV:Body>${body}</SOAP-ENV:Body>` +
  '</SOAP-ENV:Envelope>'

export const idOf = (envelope: string): string => /<cwmp:ID[^>]*>([^<]*)</.exec(envelope)?.[1] ?? ''
export const namespaceOf = (envelope: string): string => /xmlns:cwmp="([^"]*)"/.exec(envelope)?.[1] ?? NS
/** Local name of the first element of the SOAP body; empty for an empty POST. */
export const messageOf = (envelope: string): string => /Body>\s*<(?:[\w-]+:)?(\w+)/.exec(envelope)?.[1] ?? ''
/** Text of the first element of a local name. */
export const textOf = (envelope: string, name: string): string =>
  new RegExp(`<(?:\\w+:)?${name}(?: [^>]*)?>([^<]*)<`).exec(envelope)?.[1] ?? ''
export const eventsOf = (envelope: string): string[] =>
  [...envelope.matchAll(/<EventCode>([^<]*)<\/EventCode>/g)].map((match) => match[1] ?? '')
/** Value of a parameter in a ParameterList. */
export const valueIn = (envelope: string, name: string): string | undefined =>
  new RegExp(`<Name>${name.replaceAll('.', '\\.')}</Name><Value[^>]*>([^<]*)</Value>`).exec(envelope)?.[1]

export const getValues = (...names: string[]): string =>
  `<cwmp:GetParameterValues><ParameterNames SOAP-ENC:arrayType="xsd:string[${names.length}]">` +
  `${names.map((name) => `<string>${name}</string>`).join('')}</ParameterNames></cwmp:GetParameterValues>`

export const setValues = (
  values: readonly (readonly [name: string, type: string, value: string])[],
  key = '',
): string =>
  `<cwmp:SetParameterValues><ParameterList SOAP-ENC:arrayType="cwmp:ParameterValueStruct[${values.length}]">${values
    .map(
      ([name, type, value]) =>
        `<ParameterValueStruct><Name>${name}</Name><Value xsi:type="xsd:${type}">${value}</Value></ParameterValueStruct>`,
    )
    .join('')}</ParameterList><ParameterKey>${key}</ParameterKey></cwmp:SetParameterValues>`

export const getNames = (path: string, nextLevel: 0 | 1): string =>
  `<cwmp:GetParameterNames><ParameterPath>${path}</ParameterPath><NextLevel>${nextLevel}</NextLevel></cwmp:GetParameterNames>`

export const download = (
  url: string,
  extra: { key?: string; size?: number; type?: string; user?: string; password?: string } = {},
): string =>
  `<cwmp:Download><CommandKey>${extra.key ?? 'k1'}</CommandKey><FileType>${extra.type ?? '1 Firmware Upgrade Image'}</FileType>` +
  `<URL>${url}</URL><Username>${extra.user ?? ''}</Username><Password>${extra.password ?? ''}</Password>` +
  `<FileSize>${extra.size ?? 0}</FileSize><TargetFileName></TargetFileName><DelaySeconds>0</DelaySeconds>` +
  '<SuccessURL></SuccessURL><FailureURL></FailureURL></cwmp:Download>'

/**
 * A small ACS written by hand for tests of the box: answers Inform, TransferComplete and DUStateChangeComplete, plays the
 * queued RPCs in the first session that asks, records everything.
 */
export class ScriptAcs {
  readonly posts: SeenPost[] = []
  /** RPC bodies that wait to be sent, one per answer. */
  readonly script: string[] = []
  /** Asked first; returns true when it has answered. */
  intercept: Reply = () => false
  readonly #server: Server
  readonly #connections = new WeakMap<object, number>()
  #connectionCount = 0
  #rpcCount = 0
  #waiters: (() => void)[] = []

  constructor() {
    this.#server = createServer((request, response) => {
      const pieces: Buffer[] = []
      request.on('data', (piece: Buffer) => pieces.push(piece))
      request.on('end', () => this.#receive(request, Buffer.concat(pieces), response))
    })
    this.#server.on('connection', (socket) => {
      this.#connectionCount += 1
      this.#connections.set(socket, this.#connectionCount)
    })
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
  }

  async stop(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve())
      this.#server.closeAllConnections()
    })
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/acs`
  }

  /** Bodies of the messages of one kind, `Inform`, `Fault`, `` for empty ones. */
  all(message: string): string[] {
    return this.posts.filter(({ body }) => messageOf(body) === message).map(({ body }) => body)
  }

  /** Waits for the `count`-th message of a kind and returns it. */
  async wait(message: string, count = 1, timeoutMs = 8000): Promise<string> {
    const deadline = Date.now() + timeoutMs
    for (;;) {
      const found = this.all(message)[count - 1]
      if (found !== undefined) {
        return found
      }
      if (Date.now() > deadline) {
        const seen = this.posts.map(({ body }) => messageOf(body) || '(empty)').join(', ')
        throw new Error(`no ${message || 'empty POST'} number ${count}; seen: ${seen}`)
      }
      await new Promise<void>((resolve) => {
        this.#waiters.push(resolve)
        setTimeout(resolve, 100).unref()
      })
    }
  }

  #receive(request: IncomingMessage, bytes: Buffer, response: ServerResponse): void {
    const plain = request.headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes
    const post: SeenPost = {
      body: plain.toString('utf8'),
      bytes: plain,
      headers: request.headers,
      httpVersion: request.httpVersion,
      connection: this.#connections.get(request.socket) ?? 0,
      at: Date.now(),
    }
    this.posts.push(post)
    for (const wake of this.#waiters.splice(0)) {
      wake()
    }
    if (!this.intercept(post, response)) {
      send(response, this.#answer(post.body))
    }
  }

  #answer(body: string): string {
    const message = messageOf(body)
    const reply = (content: string) => acsEnvelope(content, idOf(body), namespaceOf(body))
    if (message === 'Inform') {
      return reply('<cwmp:InformResponse><MaxEnvelopes>1</MaxEnvelopes></cwmp:InformResponse>')
    }
    if (message === 'TransferComplete' || message === 'DUStateChangeComplete') {
      return reply(`<cwmp:${message}Response/>`)
    }
    const rpc = this.script.shift()
    this.#rpcCount += 1
    return rpc === undefined ? '' : acsEnvelope(rpc, `rpc${this.#rpcCount}`)
  }
}

/** Sends an envelope, or 204 when it is empty. */
export function send(response: ServerResponse, envelope: string, headers: Readonly<Record<string, string>> = {}): void {
  if (envelope === '') {
    response.writeHead(204, headers).end()
  } else {
    response.writeHead(200, {
      'Content-Type': 'text/xml; charset=utf-8',
      'Content-Length': String(Buffer.byteLength(envelope)),
      'Set-Cookie': 'session=abc123; Path=/',
      ...headers,
    })
    response.end(envelope)
  }
}
