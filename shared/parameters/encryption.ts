import { conceptOf } from '../dictionary/index.ts'
import { isSecret } from '../dictionary/secret.ts'

const mark = conceptOf('stbPlatform.encryptMark')
const list = conceptOf('stbPlatform.encryptList')

/**
 * Whether the box wants a password encrypted on its way (IsEncryptMark): written in plain it would be kept as it is and
 * the box would fail to log in. How it is encrypted is not public. `current` gives the box's values as they were read.
 */
export function wantsEncryption(path: string, current: (path: string) => string | undefined): boolean {
  if (!isSecret(path) || !path.startsWith('Device.X_')) return false
  const marked = first(mark?.paths, current)
  if (marked === undefined || marked.trim() === '' || /^(?:0|false)$/i.test(marked.trim())) return false
  const listed = first(list?.paths, current) ?? ''
  return listed.trim() === '' || listed.split(/[,;\s|]+/).some((name) => name !== '' && path.endsWith(name))
}

function first(
  paths: readonly { path: string }[] = [],
  current: (path: string) => string | undefined,
): string | undefined {
  for (const { path } of paths) {
    const value = current(path)
    if (value !== undefined) return value
  }
  return undefined
}
