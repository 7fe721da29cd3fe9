import type { Firmware } from '#shared/model/firmware.ts'

/** A list as a person types it: commas, semicolons (Chinese ones too) or lines between. */
export function parseList(text: string): string[] {
  return [...new Set(text.split(/[,;，；、\n]/).map((part) => part.trim()))].filter((part) => part !== '')
}

/** The version that a file itself seems to claim: in its header, or in its name. Empty where there is none. */
export function suggestedVersion({ details, fileName }: Pick<Firmware, 'details' | 'fileName'>): string {
  if (typeof details.version === 'string') return details.version
  const stem = fileName.replace(/\.[A-Za-z]\w*$/, '')
  return /(?:^|[^A-Za-z0-9])([vV]?\d+(?:\.\d+)+[\w.]*|V\d{3}R\d{3}C\w+)/.exec(stem)?.[1] ?? ''
}

const shownDigits = 12

/** The beginning of a hash: enough to compare by eye. */
export function shortHash(sha256: string): string {
  return sha256.slice(0, shownDigits)
}
