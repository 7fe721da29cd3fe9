import { promisify } from 'node:util'
import { deflateRaw } from 'node:zlib'
import { Zip, ZipPassThrough } from 'fflate'

const deflate = promisify(deflateRaw)

/** A file of the zip, compressed by zlib's own threads: fflate's would hold up the app. */
class DeflatedFile extends ZipPassThrough {
  override compression = 8
  #done: () => void = () => {}
  readonly written = new Promise<void>((resolve) => {
    this.#done = resolve
  })

  protected override process(chunk: Uint8Array<ArrayBuffer>, isLast: boolean): void {
    void deflate(chunk).then((compressed) => {
      this.ondata(null, compressed, isLast)
      this.#done()
    })
  }
}

/** Builds a zip piece by piece; `write` gets its bytes in order. */
export class ZipStream {
  readonly #zip: Zip
  readonly #write: (bytes: Uint8Array) => void

  constructor(write: (bytes: Uint8Array) => void) {
    this.#write = write
    this.#zip = new Zip((_error, bytes) => this.#write(bytes))
  }

  async add(name: string, text: string, modifiedAt: string): Promise<void> {
    const file = new DeflatedFile(name)
    file.mtime = modifiedAt
    this.#zip.add(file)
    file.push(Buffer.from(text), true)
    await file.written
  }

  end(): void {
    this.#zip.end()
  }
}
