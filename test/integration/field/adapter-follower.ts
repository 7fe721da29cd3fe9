import { compose } from '../../../src-main/compose.ts'
import { silentLog } from '../../../src-main/log/log.ts'
import { temporaryFolder } from '../../support/headless.ts'

/** The app as the window runs it, bound to the chosen adapter: says where the ACS listens, and chooses what it is told on stdin. */
const app = await compose({ dataDir: temporaryFolder(), version: '0', acsPort: 0, cipher: null, log: silentLog })
let last = ''
const tell = (): void => {
  const acs = app.listeners().find(({ name }) => name === 'acs')
  const text = `${acs?.address}:${acs?.port} ${acs?.state}`
  if (acs?.state === 'starting' || text === last) return
  last = text
  console.log(text)
}
app.onEvent((event) => {
  if (event.name === 'network.changed') tell()
})
await app.start()
process.stdin.on('data', (line: Buffer) => {
  void app.invoke('settings.set', { adapter: { name: line.toString().trim() } })
})
process.on('SIGTERM', () => void app.stop().then(() => process.exit(0)))
