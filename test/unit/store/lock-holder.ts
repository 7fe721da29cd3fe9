import { silentLog } from '../../../src-main/log/log.ts'
import { openStores } from '../../../src-main/store/index.ts'
import { aJob, aMessage } from './samples.ts'

/** A process of its own that opens the data folder, writes one job and one message, says so, and stays. */
const stores = openStores(process.argv[2] ?? '', null, silentLog)
stores.jobs.insert(aJob({ id: 'before-the-crash', state: 'running' }), { sent: true })
stores.traces.add(aMessage({ sessionId: 's1' }))
stores.traces.flush()
process.stdout.write('held\n')
// Refers to the stores, so that they are not collected as garbage, which would give the folder free.
setInterval(() => stores.db.open, 1000)
