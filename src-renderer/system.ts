import { ErrorData } from '#shared/errors.ts'

const query = new URLSearchParams(window.location.search)

/** The language that the system (or `--lang`) asks for; the settings go first. */
export function systemLanguage(): string {
  return query.get('lang') ?? navigator.language
}

/** Why the app could not start, or null when it did. */
export function fatalError(): ErrorData | null {
  const text = query.get('fatal')
  return text === null ? null : ErrorData.parse(JSON.parse(text))
}

export const isMac = window.fieldacs.platform === 'darwin'
