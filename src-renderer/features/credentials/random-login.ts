import type { CredentialDirection } from '#shared/model/credential.ts'

/** No letters that look alike: some passwords are read out over the phone. */
const letters = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'

function randomText(length: number): string {
  const fair = letters.length * Math.floor(256 / letters.length)
  let text = ''
  while (text.length < length) {
    for (const byte of crypto.getRandomValues(new Uint8Array(length)))
      if (byte < fair && text.length < length) text += letters[byte % letters.length]
  }
  return text
}

/** A random login: letters and digits only, because boxes mishandle others. */
export function randomLogin(direction: CredentialDirection): { username: string; password: string } {
  return { username: `${direction === 'acs' ? 'box' : 'acs'}-${randomText(8)}`, password: randomText(20) }
}
