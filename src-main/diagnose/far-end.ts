import { createHash } from 'node:crypto'
import { urlHost } from '../net/address.ts'
import type { LinkRegistry } from '../transfer/links.ts'

/** A link for one test, and its end. */
export interface FarEndLink {
  /** `host` is our own address on the box's connection. */
  urlFor(host: string): string
  close(): void
}

/** The app as the far end of speed tests (TR-143 4): made-up bytes to fetch, and a sink that keeps nothing. */
export interface FarEnd {
  source(sizeBytes: number): FarEndLink
  sink(sizeBytes: number): FarEndLink
}

/** `port` is that of the file server now. */
export function createFarEnd(links: LinkRegistry, port: () => number): FarEnd {
  const ending = ({ id, path }: { id: string; path: string }): FarEndLink => ({
    urlFor: (host) => `http://${urlHost(host)}:${port()}${path}`,
    close: () => links.revoke(id),
  })
  return {
    source: (sizeBytes) =>
      ending(
        links.publish({
          fileName: 'test.bin',
          source: { type: 'generated' },
          sizeBytes,
          sha256: createHash('sha256').update(`generated ${sizeBytes}`).digest('hex'),
        }),
      ),
    // Some boxes send in several connections (NumberOfConnections), and headers of forms come on top.
    sink: (sizeBytes) =>
      ending(links.accept({ fileName: 'test.bin', directory: null, maxBytes: sizeBytes * 8 + 65_536, maxFiles: 64 })),
  }
}
