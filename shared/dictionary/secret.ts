import { concepts, lookup } from './index.ts'

const withinName =
  'password|passphrase|passwd|pwd|secret|presharedkey|credential|(?:wep|wpa|encryption|private|auth|authentication|session)key'
const endOfName = 'psk|token|community'
const pin = '(?:pin|puk)'

const secretName = new RegExp(`${withinName}|(?:${endOfName})$|(?:^|_)${pin}(?:code)?$`, 'i')

/**
 * Whether a value must not be shown, logged or kept in plain: by the dictionary, which knows that the number of a key is
 * none; else by the last part of its path.
 */
export function isSecret(path: string): boolean {
  return lookup(path)?.concept.secret ?? secretName.test(lastPart(path))
}

/** Last parts of the paths that only the dictionary knows for secret, such as a whole configuration as text. */
const unusualNames = concepts
  .filter(({ secret }) => secret)
  .flatMap(({ paths }) => paths.map(({ path }) => lastPart(path)))
  .filter((name) => !secretName.test(name))

const secretWord = new RegExp([withinName, endOfName, `(?<![a-z])${pin}`, ...new Set(unusualNames)].join('|'), 'i')

/** Whether a path that `isSecret` knows may stand anywhere in a text: quick, and never wrongly no. */
export function mayNameSecret(text: string): boolean {
  return secretWord.test(text)
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1)
}
