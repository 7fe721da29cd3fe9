import { AppError } from '#shared/errors.ts'
import type { BasicConsent, BasicScope } from '#shared/model/credential.ts'

export interface BasicConsentsDeps {
  /** The part of the store that consents need. */
  records: { list(): BasicConsent[]; set(consent: BasicConsent): void; remove(id: string): void }
  /** The model of a box; undefined where it is not known. */
  modelOf: (deviceId: string) => string | undefined
  onChange: (consents: BasicConsent[]) => void
}

/** Which boxes may be sent their password by Basic (RFC 7617): none until the technician says so. */
export class BasicConsents {
  readonly #deps: BasicConsentsDeps
  #all: BasicConsent[] = []

  constructor(deps: BasicConsentsDeps) {
    this.#deps = deps
  }

  start(): void {
    this.#all = this.#deps.records.list()
  }

  list(): BasicConsent[] {
    return this.#all
  }

  allow(scope: BasicScope): BasicConsent {
    const consent: BasicConsent = { id: idOf(scope), scope, changedAt: new Date().toISOString() }
    this.#deps.records.set(consent)
    this.#changed([consent, ...this.#all.filter(({ id }) => id !== consent.id)])
    return consent
  }

  /** Throws NOT_FOUND. */
  revoke(id: string): void {
    if (!this.#all.some((one) => one.id === id)) throw new AppError('NOT_FOUND', { id })
    this.#deps.records.remove(id)
    this.#changed(this.#all.filter((one) => one.id !== id))
  }

  allows(deviceId: string): boolean {
    const model = this.#deps.modelOf(deviceId)
    return this.#all.some(({ scope }) =>
      scope.kind === 'device' ? scope.deviceId === deviceId : scope.model === model,
    )
  }

  #changed(all: BasicConsent[]): void {
    this.#all = all
    this.#deps.onChange(all)
  }
}

function idOf(scope: BasicScope): string {
  return scope.kind === 'device' ? `device/${scope.deviceId}` : `model/${scope.model}`
}
