import type { OperatorSettings } from '#shared/model/pointing.ts'
import type { Database } from './database.ts'
import { type Columns, createTable, json, plain } from './table.ts'

/** What stood in boxes before they were changed for this laptop. */
export interface OperatorStore {
  list(): OperatorSettings[]
  set(settings: OperatorSettings): void
}

const columns: Columns<Omit<OperatorSettings, 'values'> & { kept: OperatorSettings['values'] }> = {
  id: plain(),
  deviceId: plain(),
  serialNumber: plain(),
  source: plain(),
  takenAt: plain(),
  handedOverAt: plain(),
  kept: json<Record<string, string>>({}),
}

/** Operator settings in the table `operator_settings`. */
export function createOperatorStore(db: Database): OperatorStore {
  const table = createTable(db, 'operator_settings', columns)
  return {
    list: () => table.select('ORDER BY taken_at DESC, id').map(({ kept, ...rest }) => ({ ...rest, values: kept })),
    set: ({ values, ...rest }) => table.upsert({ ...rest, kept: values }),
  }
}
