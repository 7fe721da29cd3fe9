import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { AppError, toErrorData } from '#shared/errors.ts'
import { wordError } from '#shared/i18n/word-error.ts'
import { isCallName } from './api/dispatch.ts'
import { type App, compose } from './compose.ts'
import { createLog } from './log/log.ts'
import { stderrSink } from './log/sinks.ts'
import { defaultDataDir } from './util/data-dir.ts'
import { appVersion } from './util/version.ts'

/**
 * The app without a window: JSON-RPC 2.0, one message per line on stdin and stdout; logs go to stderr. Labs script it,
 * and the acceptance tests drive it. Ends cleanly with code 0 at the end of stdin or on SIGTERM.
 */

type Id = string | number | null

const Request = z.object({
  jsonrpc: z.literal('2.0'),
  id: z.union([z.string(), z.number(), z.null()]).optional(),
  method: z.string(),
  params: z.unknown().optional(),
})

function send(message: Record<string, unknown>): void {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)
}

function sendError(id: Id, error: unknown): void {
  const data = toErrorData(error)
  const { message, remedy } = wordError(data)
  const code = data.code === 'BAD_REQUEST' ? -32602 : -32000
  send({ id, error: { code, message, data: { ...data, remedy } } })
}

async function answer(app: App, line: string): Promise<void> {
  let json: unknown
  try {
    json = JSON.parse(line)
  } catch {
    return send({ id: null, error: { code: -32700, message: 'Parse error: the line is not JSON.' } })
  }
  const parsed = Request.safeParse(json)
  if (!parsed.success) {
    return send({
      id: null,
      error: { code: -32600, message: 'Invalid request: {"jsonrpc":"2.0","id":…,"method":…} is expected.' },
    })
  }
  const { id, method, params } = parsed.data
  const reply = (message: Record<string, unknown>): void => {
    if (id !== undefined) send({ id, ...message })
  }
  if (!isCallName(method)) return reply({ error: { code: -32601, message: `Unknown method: ${method}` } })
  try {
    reply({ result: await app.invoke(method, params) })
  } catch (error) {
    if (id !== undefined) sendError(id, error)
  }
}

interface Arguments {
  dataDir: string
  bind: string
  /** Whose address is followed, instead of one that is bound to; empty where none is. */
  adapter: string
  acsPort: number
  isDemo: boolean
}

function readArguments(): Arguments {
  const values = parseOptions()
  const acsPort = Number(values['acs-port'])
  if (!Number.isInteger(acsPort) || acsPort < 0 || acsPort > 65_535) {
    throw new AppError('BAD_REQUEST', { field: '--acs-port', detail: 'a port is a number from 0 to 65535' })
  }
  return {
    dataDir: values['data-dir'] ?? defaultDataDir(),
    bind: values.bind,
    adapter: values.adapter,
    acsPort,
    isDemo: values.demo,
  }
}

function parseOptions() {
  try {
    return parseArgs({
      options: {
        'data-dir': { type: 'string' },
        bind: { type: 'string', default: '127.0.0.1' },
        adapter: { type: 'string', default: '' },
        'acs-port': { type: 'string', default: '7547' },
        demo: { type: 'boolean', default: false },
      },
    }).values
  } catch (error) {
    throw new AppError('BAD_REQUEST', { field: 'arguments', detail: (error as Error).message }, { cause: error })
  }
}

async function main(): Promise<void> {
  const log = createLog(stderrSink)
  const { dataDir, bind, adapter, acsPort, isDemo } = readArguments()
  const version = appVersion()
  const app = await compose({
    dataDir,
    version,
    ...(adapter === '' && { bind }),
    acsPort,
    demo: isDemo,
    cipher: null,
    log,
  })
  let stopping: Promise<void> | null = null
  const stop = (): Promise<void> => {
    stopping ??= app.stop().then(() => process.exit(0))
    return stopping
  }
  process.once('SIGTERM', () => void stop())
  process.once('SIGINT', () => void stop())
  process.stdout.on('error', () => void stop())
  await app.start()
  if (adapter !== '') await app.invoke('settings.set', { adapter: { name: adapter, address: '' } })
  const failed = app.listeners().find(({ name, error }) => name === 'acs' && error !== null)
  if (failed?.error) {
    await app.stop()
    throw Object.assign(new AppError('INTERNAL'), failed.error)
  }
  send({ method: 'ready', params: { ...app.endpoints(), version, dataDir } })
  app.onEvent((event) => send({ method: 'event', params: event }))
  const running = new Set<Promise<void>>()
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() === '') continue
    const one = answer(app, line).finally(() => running.delete(one))
    running.add(one)
  }
  await Promise.allSettled(running)
  await stop()
}

main().catch((error: unknown) => {
  sendError(null, error)
  const { message, remedy } = wordError(toErrorData(error))
  process.stderr.write(`${message}\n${remedy}\n`)
  process.exit(1)
})
