import type { Database } from './database.ts'
import { noSealing, type Sealing } from './sealing.ts'
import { sqlOf } from './sql.ts'
import { packedJson } from './table.ts'

/** Something that is kept as one document under its id. */
export interface Documented {
  id: string
  changedAt: string
}

/** Documents of one kind; one that this version cannot read is passed over and left as it is. */
export interface DocumentStore<T extends Documented> {
  /** In the order in which they were first kept. */
  list(): T[]
  set(document: T): void
  remove(id: string): void
}

/** Documents in a table of `id`, `changed_at` and `document`; `parse` gives null for what is no such document. */
export function createDocumentStore<T extends Documented>(
  db: Database,
  table: string,
  parse: (document: unknown) => T | null,
  sealing: Sealing = noSealing,
): DocumentStore<T> {
  const sql = sqlOf(db)
  const column = packedJson<unknown>(null, sealing)
  return {
    list() {
      const rows = sql.all(`SELECT document FROM ${table} ORDER BY rowid`)
      return rows.flatMap(({ document }) => parse(column.decode(document ?? null)) ?? [])
    },
    set(document) {
      sql.run(
        `INSERT INTO ${table} VALUES (?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET changed_at = excluded.changed_at, document = excluded.document`,
        document.id,
        document.changedAt,
        column.encode(document),
      )
    },
    remove: (id) => void sql.run(`DELETE FROM ${table} WHERE id = ?`, id),
  }
}
