/** What a TR-064 action gave: its out-arguments, or the UPnP error of the device (UPnP Device Architecture 1.1, 3.2). */
export type SoapAnswer =
  | { kind: 'done'; values: ReadonlyMap<string, string> }
  | { kind: 'fault'; code: number; text: string }

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The body of an action call (TR-064 3.2; spec/04 section 5). */
export function buildAction(service: string, action: string, args: Readonly<Record<string, string>>): string {
  const list = Object.entries(args).map(([name, value]) => `<${name}>${escapeXml(value)}</${name}>`)
  return [
    '<?xml version="1.0" encoding="utf-8"?>\n',
    '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" s:encodingStyle="http://schemas.xmlsoap.org/soap/encoding/">',
    `<s:Body><u:${action} xmlns:u="${service}">${list.join('')}</u:${action}></s:Body></s:Envelope>`,
  ].join('')
}

/** Reads the answer to an action, with any prefixes; null for what is none. Never throws. */
export function parseAnswer(text: string, action: string): SoapAnswer | null {
  const error = /<(?:\w+:)?UPnPError\b[\s\S]*?<(?:\w+:)?errorCode[^>]*>\s*(\d+)/i.exec(text)
  if (error) {
    const description = /<(?:\w+:)?errorDescription[^>]*>([\s\S]{0,500}?)</i.exec(text)?.[1] ?? ''
    return { kind: 'fault', code: Number(error[1]), text: unescapeXml(description).trim() }
  }
  const response = new RegExp(`<((?:\\w+:)?${action}Response)\\b[^>]*?(?:/>|>([\\s\\S]*?)</\\1\\s*>)`, 'i').exec(text)
  if (!response) {
    const fault = /<(?:\w+:)?faultstring[^>]*>([\s\S]{0,500}?)</i.exec(text)
    return fault ? { kind: 'fault', code: 0, text: unescapeXml(fault[1] ?? '').trim() } : null
  }
  const body = response[2] ?? ''
  const values = [...body.matchAll(/<(?:\w+:)?(\w+)[^>/]*>([\s\S]*?)<\/(?:\w+:)?\1\s*>/g)]
  return { kind: 'done', values: new Map(values.map(([, name = '', value = '']) => [name, unescapeXml(value).trim()])) }
}

/** The names of the actions in a service description, each with its in-arguments (UPnP Device Architecture 1.1, 2.5). */
export function parseActions(scpd: string): Map<string, string[]> {
  const actions = scpd.split(/<(?:\w+:)?action\s*>/i).slice(1, 129)
  return new Map(
    actions.map((part) => {
      const block = part.split(/<\/(?:\w+:)?action\s*>/i, 1)[0] ?? ''
      const [head = '', ...args] = block.split(/<(?:\w+:)?argument\s*>/i)
      const inputs = args.filter((arg) => /<(?:\w+:)?direction\s*>\s*in\s*</i.test(arg)).map(nameIn)
      return [nameIn(head), inputs]
    }),
  )
}

function nameIn(text: string): string {
  return /<(?:\w+:)?name\s*>\s*([\w.-]{1,100})\s*</i.exec(text)?.[1] ?? ''
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character] ?? '')
}

function unescapeXml(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => entities[name] ?? '')
}
