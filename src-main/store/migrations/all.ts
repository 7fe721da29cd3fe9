import type { Database } from '../database.ts'
import { createFirstSchema } from './001-first-schema.ts'
import { addFlows } from './002-flows.ts'
import { addOperatorSettings } from './003-operator-settings.ts'
import { addParameters } from './004-parameters.ts'
import { addFirmware } from './005-firmware.ts'
import { addEvidence } from './006-evidence.ts'
import { addBackups } from './007-backups.ts'
import { addBasicConsents } from './008-basic-consents.ts'

/** Brings the schema one version further; runs inside the transaction of the whole migration. */
export type Migration = (db: Database) => void

/**
 * The n-th entry leads from version n-1 to n (`PRAGMA user_version`). Entries are only ever appended.
 */
export const migrations: readonly Migration[] = [
  createFirstSchema,
  addFlows,
  addOperatorSettings,
  addParameters,
  addFirmware,
  addEvidence,
  addBackups,
  addBasicConsents,
]
