import type { Database } from './database.ts'
import { wrapping } from './sqlite-error.ts'

/** What goes into a column and comes out of it. */
export type SqlValue = string | number | Buffer | null
export type Row = Record<string, SqlValue>

/** A database with its prepared statements kept by their text. Every call throws AppErrors where a user can help. */
export interface Sql {
  /** Runs a statement; gives the number of changed rows. */
  run(text: string, ...params: SqlValue[]): number
  get<R = Row>(text: string, ...params: SqlValue[]): R | undefined
  all<R = Row>(text: string, ...params: SqlValue[]): R[]
  /** All of `work` or nothing; may be nested. */
  transaction<T>(work: () => T): T
  /**
   * A transaction that is on the disk when this returns, against power loss too. Otherwise the last moments before a
   * power cut may be missing from an intact database (WAL, synchronous=NORMAL). Costs a disk flush: about 1 to 20 ms.
   */
  durably<T>(work: () => T): T
}

const opened = new WeakMap<Database, Sql>()

/** The statements of a database; the same object for the same database. */
export function sqlOf(db: Database): Sql {
  const known = opened.get(db)
  if (known !== undefined) return known
  const created = createSql(db)
  opened.set(db, created)
  return created
}

function createSql(db: Database): Sql {
  const statements = new Map<string, ReturnType<Database['prepare']>>()
  const prepared = (text: string) => {
    const known = statements.get(text)
    if (known !== undefined) return known
    const statement = db.prepare(text)
    statements.set(text, statement)
    return statement
  }
  const inTransaction = db.transaction((work: () => unknown) => work())
  const transaction = <T>(work: () => T): T => wrapping(db.name, () => inTransaction.immediate(work) as T)

  return {
    run: (text, ...params) => wrapping(db.name, () => prepared(text).run(...params).changes),
    get: <R>(text: string, ...params: SqlValue[]) =>
      wrapping(db.name, () => prepared(text).get(...params) as R | undefined),
    all: <R>(text: string, ...params: SqlValue[]) => wrapping(db.name, () => prepared(text).all(...params) as R[]),
    transaction,
    durably(work) {
      // SQLite refuses to change the level inside a transaction; then the outer one decides.
      if (db.inTransaction) return transaction(work)
      wrapping(db.name, () => db.pragma('synchronous = FULL'))
      try {
        return transaction(work)
      } finally {
        db.pragma('synchronous = NORMAL')
      }
    },
  }
}

/** Conditions joined by AND for a query whose filters are optional; see `where`. */
export interface Condition {
  text: string
  params: SqlValue[]
}

/** A WHERE clause of the conditions that are there, and its parameters in order. */
export function where(conditions: (Condition | null)[]): Condition {
  const present = conditions.filter((condition) => condition !== null)
  return {
    text: present.length === 0 ? '' : `WHERE ${present.map(({ text }) => text).join(' AND ')}`,
    params: present.flatMap(({ params }) => params),
  }
}

/** `column <operator> value`, or nothing where there is no value. */
export function compare(column: string, operator: '=' | '>=' | '<=', value: SqlValue | undefined): Condition | null {
  return value === undefined ? null : { text: `${column} ${operator} ?`, params: [value] }
}

/** `column IN (values)`, or nothing where there are no values at all. */
export function oneOf(column: string, values: readonly string[] | undefined): Condition | null {
  return values === undefined
    ? null
    : { text: `${column} IN (${values.map(() => '?').join(', ')})`, params: [...values] }
}

/** A LIKE pattern that finds the text anywhere, taken literally; the statement must say ESCAPE '\\'. */
export function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`
}
