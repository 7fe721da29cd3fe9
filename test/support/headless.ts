import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'

const script = path.resolve(import.meta.dirname, '../../src-main/headless.ts')

export interface RpcMessage {
  jsonrpc: string
  id?: number | string | null
  method?: string
  params?: { seq: number; name: string; data: Record<string, unknown> } & Record<string, unknown>
  result?: unknown
  error?: { code: number; message: string; data?: { code: string; params: Record<string, unknown>; remedy: string } }
}

/** A running headless app: the real process, spoken to as a lab's script would. */
export interface Headless {
  process: ChildProcess
  /** The first line: `ready`, or the error that kept it from starting. */
  first: RpcMessage
  messages: RpcMessage[]
  stderr: () => string
  acsUrl: string
  call<T = unknown>(method: string, params?: unknown): Promise<T>
  /** The whole answer, for errors. */
  ask(method: string, params?: unknown): Promise<RpcMessage>
  /** A line as it is. */
  write(line: string): void
  /** The first message, past or future, that fits. */
  until(fits: (message: RpcMessage) => boolean): Promise<RpcMessage>
  /** Closes stdin; resolves with the exit code. */
  stop(): Promise<number | null>
  exit: Promise<number | null>
}

/** A port that was free a moment ago: the app comes back on the same one, as it does in the field. */
export async function freePort(): Promise<string> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return String(typeof address === 'object' ? address?.port : 0)
}

/** A folder that nothing else uses. */
export function temporaryFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'fieldacs-test-'))
}

/** Starts the headless app on free ports, in its own data folder unless one is given; `prefix` runs it elsewhere (`ip netns exec …`). */
export async function startHeadless(args: string[] = [], prefix: string[] = []): Promise<Headless> {
  const dataDir = args.includes('--data-dir') ? [] : ['--data-dir', temporaryFolder()]
  const port = args.includes('--acs-port') ? [] : ['--acs-port', '0']
  const [command = '', ...rest] = [...prefix, process.execPath, script, ...dataDir, ...port, ...args]
  const child = spawn(command, rest, { stdio: 'pipe' })
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve))
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString()
  })
  const messages: RpcMessage[] = []
  const watchers = new Set<(message: RpcMessage) => void>()
  createInterface({ input: child.stdout }).on('line', (line) => {
    const message = JSON.parse(line) as RpcMessage
    messages.push(message)
    for (const watcher of [...watchers]) watcher(message)
  })
  const until = (fits: (message: RpcMessage) => boolean): Promise<RpcMessage> =>
    new Promise((resolve) => {
      const past = messages.find(fits)
      if (past) return resolve(past)
      const watcher = (message: RpcMessage): void => {
        if (!fits(message)) return
        watchers.delete(watcher)
        resolve(message)
      }
      watchers.add(watcher)
    })
  let lastId = 0
  const ask = (method: string, params: unknown = {}): Promise<RpcMessage> => {
    lastId += 1
    const id = lastId
    child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id, method, params })}\n`)
    return until((message) => message.id === id)
  }
  const first = await until(() => true)
  return {
    process: child,
    first,
    messages,
    stderr: () => errors,
    acsUrl: String(first.params?.acsUrl ?? ''),
    async call<T>(method: string, params?: unknown) {
      const answer = await ask(method, params)
      if (answer.error) throw new Error(`${method}: ${JSON.stringify(answer.error)}`)
      return answer.result as T
    },
    ask,
    write: (line) => void child.stdin.write(`${line}\n`),
    until,
    stop() {
      child.stdin.end()
      return exit
    },
    exit,
  }
}
