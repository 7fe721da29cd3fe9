import { packText, unpackText } from '../util/pack.ts'
import type { Database } from './database.ts'
import type { Sealing } from './sealing.ts'
import { type Row, type SqlValue, sqlOf } from './sql.ts'

/** How a field of a model is kept in its column. */
export interface Column<V> {
  encode(value: V): SqlValue
  decode(stored: SqlValue): V
}

/** A column for every field of a model: a field that is added to the model does not compile until it has one. */
export type Columns<T> = { [K in keyof T]-?: Column<T[K]> }

/** Text, numbers and null as they are. */
export function plain<V extends SqlValue>(): Column<V> {
  return { encode: (value) => value, decode: (stored) => stored as V }
}

export const flag: Column<boolean> = { encode: (value) => (value ? 1 : 0), decode: (stored) => stored === 1 }

/** A value as JSON text; `fallback` stands in for a damaged one. null is kept as NULL. */
export function json<V>(fallback: V): Column<V> {
  return {
    encode: (value) => (value === null || value === undefined ? null : JSON.stringify(value)),
    decode: (stored) => (typeof stored === 'string' ? parseJson(stored, fallback) : fallback),
  }
}

/** As `json`, compressed where that pays and its secrets sealed: for values that may be large and are not searched. */
export function packedJson<V>(fallback: V, { seal, open }: Sealing): Column<V> {
  return {
    encode: (value) => (value === null || value === undefined ? null : packText(JSON.stringify(seal(value)))),
    decode: (stored) => open(parseJson(decodePacked(stored), fallback)) as V,
  }
}

/** Text that may be large. */
export const packedText: Column<string> = { encode: packText, decode: decodePacked }

function decodePacked(stored: SqlValue): string {
  try {
    return typeof stored === 'string' || Buffer.isBuffer(stored) ? unpackText(stored) : ''
  } catch {
    return ''
  }
}

function parseJson<V>(text: string, fallback: V): V {
  try {
    return JSON.parse(text) as V
  } catch {
    return fallback
  }
}

/** Reads and writes the rows of one table as models. Extra columns that are not part of the model go in as `extra`. */
export interface Table<T> {
  insert(value: T, extra?: Row): void
  upsert(value: T, extra?: Row): void
  /** Changes the given fields; gives the number of changed rows. */
  update(id: string, patch: Partial<T>, extra?: Row): number
  get(id: string): T | null
  /** Rows of `SELECT … FROM table <tail>`, as models. */
  select(tail: string, ...params: SqlValue[]): T[]
  remove(id: string): number
}

/** Ties a table to a model; columns are named after the fields (`lastInformAt` is `last_inform_at`). */
export function createTable<T extends { id: string | number }>(
  db: Database,
  name: string,
  columns: Columns<T>,
): Table<T> {
  const sql = sqlOf(db)
  const fields = (Object.entries(columns) as [keyof T & string, Column<unknown>][]).map(
    ([field, column]) => [field, columnName(field), column] as const,
  )
  const selected = `SELECT ${fields.map(([, stored]) => stored).join(', ')} FROM ${name}`

  const encode = (value: Partial<T>): Row => {
    const row: Row = {}
    for (const [field, stored, column] of fields)
      if (value[field] !== undefined) row[stored] = column.encode(value[field])
    return row
  }
  const decode = (row: Row): T =>
    Object.fromEntries(fields.map(([field, stored, column]) => [field, column.decode(row[stored] ?? null)])) as T
  const insert = (row: Row, conflict: string) => {
    const names = Object.keys(row)
    const marks = names.map(() => '?').join(', ')
    sql.run(`INSERT INTO ${name} (${names.join(', ')}) VALUES (${marks}) ${conflict}`, ...Object.values(row))
  }

  return {
    insert: (value, extra = {}) => insert({ ...encode(value), ...extra }, ''),
    upsert(value, extra = {}) {
      const row = { ...encode(value), ...extra }
      const changes = Object.keys(row).map((column) => `${column} = excluded.${column}`)
      insert(row, `ON CONFLICT (id) DO UPDATE SET ${changes.join(', ')}`)
    },
    update(id, patch, extra = {}) {
      const row = { ...encode(patch), ...extra }
      const changes = Object.keys(row).map((column) => `${column} = ?`)
      if (changes.length === 0) return 0
      return sql.run(`UPDATE ${name} SET ${changes.join(', ')} WHERE id = ?`, ...Object.values(row), id)
    },
    get(id) {
      const row = sql.get(`${selected} WHERE id = ?`, id)
      return row === undefined ? null : decode(row)
    },
    select: (tail, ...params) => sql.all(`${selected} ${tail}`, ...params).map(decode),
    remove: (id) => sql.run(`DELETE FROM ${name} WHERE id = ?`, id),
  }
}

function columnName(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
