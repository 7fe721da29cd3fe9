import { BasicConsent } from '#shared/model/credential.ts'
import type { HistoryEntry, HistoryQuery } from '#shared/model/history.ts'
import { KeptZeroTouchRule } from '#shared/model/provision.ts'
import { KeptTemplate } from '#shared/model/template.ts'
import type { ArrivalRecords } from '../jobs/arrivals.ts'
import type { Log } from '../log/log.ts'
import { type AlarmStore, createAlarmStore } from './alarm-store.ts'
import { createArrivalStore } from './arrival-store.ts'
import { type BatchStore, createBatchStore } from './batch-store.ts'
import { type CredentialStore, createCredentialStore } from './credential-store.ts'
import { createDataModelStore, type DataModelStore } from './data-model-store.ts'
import { closeDatabase, type Database, openDatabase } from './database.ts'
import { createDeviceStore, type DeviceStore } from './device-store.ts'
import { createDocumentStore, type DocumentStore } from './document-store.ts'
import { createFileCipher } from './file-cipher.ts'
import { createFirmwareStore, type FirmwareStore } from './firmware-store.ts'
import { searchHistory } from './history-store.ts'
import { createJobStore, type JobStore } from './job-store.ts'
import { createMonitorStore, type MonitorStore } from './monitor-store.ts'
import { createOperatorStore, type OperatorStore } from './operator-store.ts'
import { createQuirkStore, type QuirkStore } from './quirk-store.ts'
import { createSealing } from './sealing.ts'
import { type Cipher, createSecretStore, type SecretStore } from './secrets.ts'
import { createSessionStore, type SessionStore } from './session-store.ts'
import { createSettingsStore, type SettingsStore } from './settings-store.ts'
import { createSnapshotStore, type SnapshotStore } from './snapshot-store.ts'
import { createTraceStore, type TraceStore } from './trace-store.ts'

/** Everything that is kept, in one data folder. */
export interface Stores {
  db: Database
  settings: SettingsStore
  secrets: SecretStore
  devices: DeviceStore
  sessions: SessionStore
  traces: TraceStore
  jobs: JobStore
  arrivals: ArrivalRecords
  quirks: QuirkStore
  operators: OperatorStore
  credentials: CredentialStore
  basicConsents: DocumentStore<BasicConsent>
  snapshots: SnapshotStore
  firmware: FirmwareStore
  batches: BatchStore
  alarms: AlarmStore
  monitors: MonitorStore
  templates: DocumentStore<KeptTemplate>
  zeroTouchRules: DocumentStore<KeptZeroTouchRule>
  dataModels: DataModelStore
  history: { search(query: HistoryQuery): HistoryEntry[] }
  /** Writes what is waiting, closes the database and gives the folder free. */
  close(): void
}

/**
 * Opens the stores of a data folder. Without a cipher, secrets are encrypted under a key file in the folder.
 * Throws what `openDatabase` throws.
 */
export function openStores(dataDir: string, cipher: Cipher | null, log: Log): Stores {
  const storeLog = log.child('store')
  const db = openDatabase(dataDir, storeLog)
  try {
    const ownCipher = cipher ?? createFileCipher(dataDir, storeLog)
    const secrets = createSecretStore(db, ownCipher, storeLog)
    const sealing = createSealing(ownCipher, storeLog)
    const traces = createTraceStore(db, storeLog)
    return {
      db,
      settings: createSettingsStore(db, secrets, storeLog),
      secrets,
      devices: createDeviceStore(db, sealing),
      sessions: createSessionStore(db, storeLog),
      traces,
      jobs: createJobStore(db, sealing),
      arrivals: createArrivalStore(db, sealing),
      quirks: createQuirkStore(db),
      operators: createOperatorStore(db),
      credentials: createCredentialStore(db),
      basicConsents: createDocumentStore(db, 'basic_consents', (one) => BasicConsent.safeParse(one).data ?? null),
      snapshots: createSnapshotStore(db, sealing),
      firmware: createFirmwareStore(db),
      batches: createBatchStore(db),
      alarms: createAlarmStore(db),
      monitors: createMonitorStore(db),
      templates: createDocumentStore(db, 'templates', (one) => KeptTemplate.safeParse(one).data ?? null, sealing),
      zeroTouchRules: createDocumentStore(
        db,
        'zero_touch_rules',
        (one) => KeptZeroTouchRule.safeParse(one).data ?? null,
        sealing,
      ),
      dataModels: createDataModelStore(db),
      history: { search: (query) => searchHistory(db, query) },
      close() {
        traces.close()
        closeDatabase(db, storeLog)
      },
    }
  } catch (error) {
    closeDatabase(db, storeLog)
    throw error
  }
}
