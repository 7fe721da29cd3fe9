/** One spelling of a MAC address: `00:1A:2B:3C:4D:5E`; undefined for anything else, broadcast and all-zero included. */
export function normaliseMac(text: string | undefined): string | undefined {
  const parts = text?.trim().split(/[:-]/) ?? []
  const hex = (parts.length === 6 ? parts.map((part) => part.padStart(2, '0')) : parts).join('').replace(/\./g, '')
  if (!/^[0-9a-f]{12}$/i.test(hex) || /^(0{12}|f{12})$/i.test(hex)) return undefined
  const isGroup = (Number.parseInt(hex.slice(0, 2), 16) & 1) === 1
  return isGroup ? undefined : (hex.toUpperCase().match(/../g) ?? []).join(':')
}
