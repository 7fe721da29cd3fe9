import { crc32 } from 'node:zlib'

/** What the header of an ACME image says. */
export interface ImageHeader {
  readonly productClass: string
  readonly hardwareVersion: string
  readonly version: string
}

const MAGIC = 'ACMEIMG1'
/** Magic 8, product class 32, hardware 16, version 32, payload length 4, payload CRC-32 4. */
const HEADER_BYTES = 96

/** Makes a firmware image for a virtual box: header and a payload of `payloadBytes` pseudo-random bytes. */
export function buildImage(header: ImageHeader, payloadBytes = 65_536): Buffer {
  const image = Buffer.alloc(HEADER_BYTES + payloadBytes)
  let state = payloadBytes + 1
  for (let at = HEADER_BYTES; at < image.length; at += 1) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    image[at] = state >> 16
  }
  image.write(MAGIC, 0)
  image.write(header.productClass, 8, 32)
  image.write(header.hardwareVersion, 40, 16)
  image.write(header.version, 56, 32)
  image.writeUInt32BE(payloadBytes, 88)
  image.writeUInt32BE(crc32(image.subarray(HEADER_BYTES)), 92)
  return image
}

/** Why an image cannot be taken, or what it is: 9018 for a damaged file, 9019 for one of another product. */
export type ImageVerdict =
  | { readonly kind: 'good'; readonly version: string }
  | { readonly kind: 'bad'; readonly fault: 9018 | 9019; readonly reason: string }

const corrupted = (reason: string): ImageVerdict => ({ kind: 'bad', fault: 9018, reason })

/** Checks an image as the box's upgrade program does. */
export function checkImage(image: Buffer, box: Omit<ImageHeader, 'version'>): ImageVerdict {
  const field = (start: number, length: number) =>
    image
      .subarray(start, start + length)
      .toString('utf8')
      .replace(/\0+$/, '')
  if (image.length < HEADER_BYTES || field(0, 8) !== MAGIC) {
    return corrupted('not an image of this maker')
  }
  const payload = image.subarray(HEADER_BYTES)
  if (payload.length !== image.readUInt32BE(88)) {
    return corrupted(`${payload.length} bytes of payload, header says ${image.readUInt32BE(88)}`)
  }
  if (crc32(payload) !== image.readUInt32BE(92)) {
    return corrupted('wrong checksum')
  }
  if (field(8, 32) !== box.productClass || field(40, 16) !== box.hardwareVersion) {
    return { kind: 'bad', fault: 9019, reason: `image is for ${field(8, 32)} ${field(40, 16)}` }
  }
  return { kind: 'good', version: field(56, 32) }
}
