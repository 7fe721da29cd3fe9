let table: Map<string, number> | undefined

/** Encodes text as GBK, ASCII unchanged; characters that GBK lacks become `?`. */
export function encodeGbk(text: string): Buffer {
  table ??= buildTable()
  const bytes: number[] = []
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0x3f
    const pair = table.get(character)
    if (code < 0x80) {
      bytes.push(code)
    } else if (pair === undefined) {
      bytes.push(0x3f)
    } else {
      bytes.push(pair >> 8, pair & 0xff)
    }
  }
  return Buffer.from(bytes)
}

function buildTable(): Map<string, number> {
  const decoder = new TextDecoder('gbk')
  const pairs = new Map<string, number>()
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const character = decoder.decode(Uint8Array.of(lead, trail))
      if (trail !== 0x7f && [...character].length === 1 && !pairs.has(character)) {
        pairs.set(character, (lead << 8) | trail)
      }
    }
  }
  return pairs
}
