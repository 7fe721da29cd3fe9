/** What stands where a secret stood. */
export const mask = '********'

const secretKey = /password|passphrase|passwd|pwd|secret|authorization|cookie|token|credential|(?:^|[a-z_-])key$/i
const harmlessKey = /^(?:command|parameter|primary)_?key$/i

/** Whether a field of logged data looks like a secret by its name; TR-069's CommandKey and ParameterKey do not. */
export function isSecretKey(name: string): boolean {
  return secretKey.test(name) && !harmlessKey.test(name)
}
