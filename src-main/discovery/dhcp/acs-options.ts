/** Enterprise number of the Broadband Forum (spec/04 4.1). */
const enterprise = 3561
const forumText = 'dslforum.org'

/** What a box says of itself in options 60, 124 and 125 (TR-069 3.1, Annex F; TR-124). Texts are empty where unsaid. */
export interface DhcpIdentity {
  /** Option 60 as text. */
  vendorClass: string
  /** It looks for an ACS URL in option 43 or 125. */
  asksForAcs: boolean
  oui: string
  serial: string
  productClass: string
}

/** Reads the options by which CWMP boxes tell themselves apart. Never throws. */
export function readIdentity(options: ReadonlyMap<number, Buffer>): DhcpIdentity {
  const vendorClass = printable(options.get(60))
  const classData = vendorData(options.get(124))
  const own = suboptions(vendorData(options.get(125)))
  // Annex F numbers them OUI, serial, class; TR-124 gateways OUI, class, model, serial: only the latter have a fourth.
  const isTr124 = own.has(4)
  const text = (code: number): string => printable(own.get(code))
  return {
    vendorClass,
    asksForAcs: vendorClass.includes(forumText) || printable(classData).includes(forumText),
    oui: text(1),
    serial: isTr124 ? text(4) : text(2),
    productClass: isTr124 ? text(3) || text(2) : text(3),
  }
}

/** Option 43 with the ACS URL as suboption 1 (spec/04 4.1), or as bare text for boxes that ignore the encoding. */
export function encodeOption43(acsUrl: string, form: 'suboption' | 'text' = 'suboption'): Buffer {
  return form === 'text' ? Buffer.from(acsUrl) : suboption(1, acsUrl)
}

/** Option 125 of the Broadband Forum with the ACS URL as suboption 11. */
export function encodeOption125(acsUrl: string): Buffer {
  const data = suboption(11, acsUrl)
  const head = Buffer.alloc(5)
  head.writeUInt32BE(enterprise, 0)
  head.writeUInt8(data.length, 4)
  return Buffer.concat([head, data])
}

function suboption(code: number, text: string): Buffer {
  const value = Buffer.from(text).subarray(0, 253)
  return Buffer.concat([Buffer.from([code, value.length]), value])
}

/** The data of our enterprise in a vendor-identifying option (RFC 3925 3, 4). */
function vendorData(value: Buffer | undefined): Buffer | undefined {
  for (let at = 0; value && at + 5 <= value.length; ) {
    const end = at + 5 + value.readUInt8(at + 4)
    if (value.readUInt32BE(at) === enterprise) return value.subarray(at + 5, end)
    at = end
  }
  return undefined
}

function suboptions(data: Buffer | undefined): Map<number, Buffer> {
  const found = new Map<number, Buffer>()
  for (let at = 0; data && at + 2 <= data.length; ) {
    const end = at + 2 + data.readUInt8(at + 1)
    if (end > data.length) break
    found.set(data.readUInt8(at), data.subarray(at + 2, end))
    at = end
  }
  return found
}

function printable(bytes: Buffer | undefined): string {
  return (bytes?.toString('utf8') ?? '')
    .replace(/[\u0000-\u001f\u007f\ufffd]/g, '')
    .trim()
    .slice(0, 128)
}
