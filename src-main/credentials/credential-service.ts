import { randomBytes } from 'node:crypto'
import { AppError } from '#shared/errors.ts'
import type { Credential, CredentialDirection, CredentialInput, CredentialScope } from '#shared/model/credential.ts'

/** A user name and its password. */
export interface Login {
  username: string
  password: string
}

/** The parts of the store that credentials need. */
export interface CredentialRecords {
  list(): Credential[]
  set(credential: Credential): void
  remove(id: string): void
}
export interface Secrets {
  get(name: string): string | null
  set(name: string, value: string): void
  delete(name: string): void
}

export interface CredentialServiceDeps {
  records: CredentialRecords
  secrets: Secrets
  /** The model of a box; undefined where it is not known. */
  modelOf: (deviceId: string) => string | undefined
  onChange: (credentials: Credential[]) => void
}

/** Credentials per device, per model and by default, for both directions; the passwords lie in the secret store. */
export class CredentialService {
  readonly #deps: CredentialServiceDeps
  #all: Credential[] = []

  constructor(deps: CredentialServiceDeps) {
    this.#deps = deps
  }

  start(): void {
    this.#all = this.#deps.records.list()
  }

  list(): Credential[] {
    return this.#all
  }

  /** Keeps credentials, in place of those of the same scope and direction. Throws SECRETS_UNAVAILABLE. */
  set({ scope, direction, username, password }: CredentialInput, source: Credential['source'] = 'manual'): Credential {
    const id = idOf(scope, direction)
    const credential: Credential = { id, scope, direction, username, source, changedAt: new Date().toISOString() }
    this.#deps.secrets.set(secretName(id), password)
    this.#deps.records.set(credential)
    this.#changed([credential, ...this.#all.filter((one) => one.id !== id)])
    return credential
  }

  /** Throws NOT_FOUND. */
  remove(id: string): void {
    if (!this.#all.some((one) => one.id === id)) throw new AppError('NOT_FOUND', { id })
    this.#deps.secrets.delete(secretName(id))
    this.#deps.records.remove(id)
    this.#changed(this.#all.filter((one) => one.id !== id))
  }

  /** Those of the narrowest scope: the box's own, else its model's, else the default; null where there are none. */
  forDevice(deviceId: string, direction: CredentialDirection): Login | null {
    const model = this.#deps.modelOf(deviceId)
    const scopes: CredentialScope[] = [
      { kind: 'device', deviceId },
      ...(model === undefined ? [] : [{ kind: 'model' as const, model }]),
      { kind: 'default' },
    ]
    for (const scope of scopes) {
      const login = this.#loginOf(idOf(scope, direction))
      if (login) return login
    }
    return null
  }

  /** The box's own credentials and nothing wider. */
  ownOf(deviceId: string, direction: CredentialDirection): Login | null {
    return this.#loginOf(idOf({ kind: 'device', deviceId }, direction))
  }

  /** The password for a login at the ACS, the latest kept one of this name; the box is not known before its Inform. */
  passwordOf(username: string): string | null {
    const found = this.#all.find((one) => one.direction === 'acs' && one.username === username)
    return found ? this.#deps.secrets.get(secretName(found.id)) : null
  }

  #loginOf(id: string): Login | null {
    const found = this.#all.find((one) => one.id === id)
    const password = found ? this.#deps.secrets.get(secretName(id)) : null
    return found && password !== null ? { username: found.username, password } : null
  }

  #changed(all: Credential[]): void {
    this.#all = all
    this.#deps.onChange(all)
  }
}

/** A random login: letters and digits only, because boxes mishandle others; no letters that look alike. */
export function generateLogin(): Login {
  return { username: `acs-${randomText(8)}`, password: randomText(20) }
}

const letters = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'

function randomText(length: number): string {
  let text = ''
  while (text.length < length) {
    for (const byte of randomBytes(length)) {
      // Bytes beyond the last whole round are left out, so that all letters are equally likely.
      if (byte < letters.length * Math.floor(256 / letters.length)) text += letters[byte % letters.length]
    }
  }
  return text.slice(0, length)
}

function idOf(scope: CredentialScope, direction: CredentialDirection): string {
  switch (scope.kind) {
    case 'default':
      return `${direction}/default`
    case 'model':
      return `${direction}/model/${scope.model}`
    case 'device':
      return `${direction}/device/${scope.deviceId}`
  }
}

function secretName(id: string): string {
  return `credential.${id}`
}
