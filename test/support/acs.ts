import { rmSync } from 'node:fs'
import type { CallInput, CallName, CallOutput, EventMessage } from '../../shared/contract.ts'
import type { Device } from '../../shared/model/device.ts'
import type { Session, TraceMessage } from '../../shared/model/session.ts'
import { type App, compose } from '../../src-main/compose.ts'
import { createLog } from '../../src-main/log/log.ts'
import { temporaryFolder } from './headless.ts'
import { RawClient } from './raw-client.ts'

export interface TestAcs {
  app: App
  url: string
  port: number
  dataDir: string
  /** Warnings and errors of the log. */
  complaints: string[]
  call<C extends CallName>(name: C, input: CallInput<C>): Promise<CallOutput<C>>
  connect(): Promise<RawClient>
  /** Newest first. */
  sessions(): Promise<Session[]>
  lastSession(): Promise<Session>
  trace(sessionId: string): Promise<TraceMessage[]>
  devices(): Promise<Device[]>
  /** The next event, past ones not counted, that fits. */
  event(fits: (event: EventMessage) => boolean): Promise<EventMessage>
  stop(): Promise<void>
}

/** The real app without a window, on free ports and in a folder of its own. */
export async function startAcs({ settings = {} }: { settings?: CallInput<'settings.set'> } = {}): Promise<TestAcs> {
  const dataDir = temporaryFolder()
  const complaints: string[] = []
  const log = createLog(({ level, message }) => {
    if (level === 'warn' || level === 'error') complaints.push(message)
  })
  const app = await compose({ dataDir, version: '0.0.0', bind: '127.0.0.1', acsPort: 0, cipher: null, log })
  await app.start()
  const call: TestAcs['call'] = (name, input) => app.invoke(name, input) as never
  await call('settings.set', settings)
  const url = app.endpoints().acsUrl
  const port = Number(new URL(url).port)
  const sessions = () => call('sessions.list', {})
  return {
    app,
    url,
    port,
    dataDir,
    complaints,
    call,
    connect: () => RawClient.connect(port),
    sessions,
    async lastSession() {
      const [last] = await sessions()
      if (!last) throw new Error('there is no session')
      return last
    },
    trace: (sessionId) => call('trace.list', { sessionId }),
    devices: () => call('devices.list', {}),
    event: (fits) =>
      new Promise((resolve) => {
        const off = app.onEvent((event) => {
          if (!fits(event)) return
          off()
          resolve(event)
        })
      }),
    async stop() {
      await app.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
