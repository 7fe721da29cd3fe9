/** What stands where a secret stood. */
export const mask = '********'

const withinName =
  'password|passphrase|passwd|pwd|secret|presharedkey|credential|(?:wep|wpa|encryption|private|auth|authentication|session)key'
const endOfName = 'psk|token|community'

const secretParameter = new RegExp(`${withinName}|(?:${endOfName})$|(?:^|_)(?:pin|puk)(?:code)?$`, 'i')
const secretWord = new RegExp(`${withinName}|${endOfName}|(?<![a-z])(?:pin|puk)`, 'i')

/** Whether the value of a parameter must not be shown; judged by the last part of its path alone. */
export function isSecretParameter(path: string): boolean {
  return secretParameter.test(path.slice(path.lastIndexOf('.') + 1))
}

/** Whether a name that `isSecretParameter` knows may stand anywhere in a text: quick, and never wrongly no. */
export function mayNameSecret(text: string): boolean {
  return secretWord.test(text)
}

const secretKey = /password|passphrase|passwd|pwd|secret|authorization|cookie|token|credential|(?:^|[a-z_-])key$/i
const harmlessKey = /^(?:command|parameter|primary)_?key$/i

/** Whether a field of logged data looks like a secret by its name; TR-069's CommandKey and ParameterKey do not. */
export function isSecretKey(name: string): boolean {
  return secretKey.test(name) && !harmlessKey.test(name)
}
