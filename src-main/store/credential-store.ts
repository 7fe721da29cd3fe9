import type { Credential, CredentialScope } from '#shared/model/credential.ts'
import type { Database } from './database.ts'
import { type Columns, createTable, json, plain } from './table.ts'

/** Whose credentials are kept; the passwords are in the secret store. */
export interface CredentialStore {
  list(): Credential[]
  set(credential: Credential): void
  remove(id: string): void
}

const columns: Columns<Credential> = {
  id: plain(),
  scope: json<CredentialScope>({ kind: 'default' }),
  direction: plain(),
  username: plain(),
  source: plain(),
  changedAt: plain(),
}

/** Credentials in the table `credentials`. */
export function createCredentialStore(db: Database): CredentialStore {
  const credentials = createTable(db, 'credentials', columns)
  return {
    list: () => credentials.select('ORDER BY changed_at DESC, id'),
    set: (credential) => credentials.upsert(credential),
    remove: (id) => void credentials.remove(id),
  }
}
