import { TraceMessage } from '#shared/model/session.ts'

/** The trace as raw HTTP messages, one after the other; a line that is no message is passed over. */
export async function* httpMessages(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let whole = ''
  for await (const piece of lines) {
    whole += piece
    // Bodies are long, and long lines come in pieces.
    if (!whole.endsWith('\n')) continue
    const message = parse(whole)
    whole = ''
    if (message === null) continue
    const { at, direction, method, httpStatus, headers, body, bodyTruncated } = message
    yield `\n===== ${at} ${direction === 'in' ? 'box -> ACS' : 'ACS -> box'} ${method} ${httpStatus ?? ''} =====\n`
    for (const [name, value] of headers) yield `${name}: ${value}\n`
    yield '\n'
    for (const line of body.split(/(?<=\n)/)) yield line
    yield bodyTruncated ? '\n…\n' : '\n'
  }
}

function parse(line: string): TraceMessage | null {
  try {
    return TraceMessage.parse(JSON.parse(line))
  } catch {
    return null
  }
}
