export type TextEncodingName = 'utf-8' | 'gb18030' | 'latin1'

const utf8 = new TextDecoder('utf-8', { fatal: true })
const gb18030 = new TextDecoder('gb18030', { fatal: true })

/** Decodes bytes of unknown origin: strict UTF-8 first, then GB18030 (which holds GBK), then Latin-1, which takes all. */
export function decodeText(bytes: Uint8Array): { text: string; encoding: TextEncodingName } {
  try {
    return { text: utf8.decode(bytes), encoding: 'utf-8' }
  } catch {}
  try {
    return { text: gb18030.decode(bytes), encoding: 'gb18030' }
  } catch {}
  return { text: Buffer.from(bytes).toString('latin1'), encoding: 'latin1' }
}
