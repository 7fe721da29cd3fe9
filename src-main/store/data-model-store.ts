import type { DataModelDocument, DataModelInfo } from '#shared/model/data-model.ts'
import type { Database } from './database.ts'
import { noSealing } from './sealing.ts'
import { sqlOf } from './sql.ts'
import { type Columns, createTable, packedJson, plain } from './table.ts'

/** Loaded data models. */
export interface DataModelStore {
  /** In the order in which they were loaded. */
  list(): DataModelInfo[]
  /** null where there is none, or where it is damaged. */
  get(id: string): DataModelDocument | null
  insert(info: DataModelInfo, document: DataModelDocument): void
  remove(id: string): void
}

const columns: Columns<DataModelInfo> = {
  id: plain(),
  name: plain(),
  fileName: plain(),
  addedAt: plain(),
  objectCount: plain(),
  parameterCount: plain(),
}

/** Data models in the table `data_models`, each as one compressed document. */
export function createDataModelStore(db: Database): DataModelStore {
  const sql = sqlOf(db)
  const document = packedJson<DataModelDocument | null>(null, noSealing)
  const table = createTable(db, 'data_models', columns)
  return {
    list: () => table.select('ORDER BY added_at, rowid'),
    get: (id) => document.decode(sql.get('SELECT document FROM data_models WHERE id = ?', id)?.document ?? null),
    insert: (info, model) => table.insert(info, { document: document.encode(model) }),
    remove: (id) => void table.remove(id),
  }
}
