/** What names a model. */
export interface ModelFacts {
  oui: string
  manufacturer: string
  productClass: string
}

/** The key of a box's model: `OUI-ProductClass`, with the manufacturer's name where the OUI is missing. */
export function modelOf({ oui, manufacturer, productClass }: ModelFacts): string {
  return [oui || manufacturer || 'unknown', productClass]
    .filter((part) => part !== '')
    .map(escapedKeyPart)
    .join('-')
}

/** A part of a key, with odd characters percent-escaped and hyphens kept for between the parts (TR-069 3.4.4). */
export function escapedKeyPart(part: string): string {
  return encodeURIComponent(part).replaceAll('-', '%2D')
}

/** The key of a model as people read it. */
export function modelName(key: string): string {
  try {
    return decodeURIComponent(key)
  } catch {
    return key
  }
}
