import { isIPv4, isIPv6 } from 'node:net'
import { decodeText } from '../decode-text.ts'

/** One line of the control connection (RFC 959 5.3). */
export interface FtpCommand {
  /** Upper case; empty for an empty line. */
  verb: string
  argument: string
}

/** Where a client wants its data connection (PORT, EPRT). */
export interface DataEndpoint {
  address: string
  port: number
}

/**
 * Reads one control line without its line end. Telnet codes go (RFC 959 sends IAC IP IAC DM before ABOR); names may be
 * UTF-8 (RFC 2640) or GBK.
 */
export function parseCommand(line: Uint8Array): FtpCommand {
  const text = decodeText(stripTelnet(line)).text
  const match = /^\s*([A-Za-z]{1,10})(?: (.*))?\s*$/s.exec(text)
  return { verb: (match?.[1] ?? '').toUpperCase(), argument: (match?.[2] ?? '').replaceAll('\u0000', '') }
}

const iac = 0xff

function stripTelnet(line: Uint8Array): Uint8Array {
  if (line[0] !== iac && line[0] !== 0xf2) return line
  return line.filter((byte) => byte < 0xf0)
}

/** `h1,h2,h3,h4,p1,p2` of PORT, or null. */
export function parsePort(argument: string): DataEndpoint | null {
  const numbers = argument.trim().split(',').map(Number)
  if (numbers.length !== 6 || numbers.some((n) => !Number.isInteger(n) || n < 0 || n > 255)) return null
  const [high = 0, low = 0] = numbers.slice(4)
  return { address: numbers.slice(0, 4).join('.'), port: high * 256 + low }
}

/** `|1|192.0.2.1|6275|` of EPRT (RFC 2428 2), or null; any printable delimiter is right. */
export function parseEprt(argument: string): DataEndpoint | null {
  const delimiter = argument.trim()[0] ?? ''
  const [family, address = '', port = ''] = argument
    .trim()
    .slice(1)
    .split(delimiter || '|')
  const isRight = (family === '1' && isIPv4(address)) || (family === '2' && isIPv6(address))
  return isRight && /^\d{1,5}$/.test(port) && Number(port) <= 65_535 ? { address, port: Number(port) } : null
}

/** Joins a path to the working directory and removes `.` and `..`; the result is absolute and stays below the root. */
export function joinPath(directory: string, path: string): string {
  const segments: string[] = []
  for (const segment of `${path.startsWith('/') ? '' : directory}/${path}`.split('/')) {
    if (segment === '..') segments.pop()
    else if (segment !== '' && segment !== '.') segments.push(segment)
  }
  return `/${segments.join('/')}`
}
