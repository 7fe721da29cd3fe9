import { createHash } from 'node:crypto'
import { mkdir, open, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { CollectResult, EvidenceFile, EvidenceItem, EvidenceKind } from '#shared/model/collect.ts'
import type { ReceivedFile } from '#shared/model/transfer.ts'

/** A finished file in the folder. */
export type KeptFile = Pick<ReceivedFile, 'path' | 'sizeBytes' | 'sha256' | 'receivedAt'>

/** The evidence of one job while it is collected: its list, its files in one folder, shown at every change. */
export class Evidence {
  readonly directory: string
  readonly #show: (result: CollectResult) => void
  readonly #startedAt = new Date().toISOString()
  #items: EvidenceItem[] = []
  #files: EvidenceFile[] = []
  #snapshotId: string | null = null

  constructor(directory: string, show: (result: CollectResult) => void) {
    this.directory = directory
    this.#show = show
  }

  /** An empty folder: what an earlier, broken run left is not this evidence. */
  async start(): Promise<void> {
    await rm(this.directory, { recursive: true, force: true })
    await mkdir(this.directory, { recursive: true, mode: 0o700 })
  }

  get result(): CollectResult {
    return { items: this.#items, files: this.#files, snapshotId: this.#snapshotId, startedAt: this.#startedAt }
  }

  list(items: EvidenceItem[]): void {
    this.#items = items
    this.#show(this.result)
  }

  keepSnapshot(id: string): void {
    this.#snapshotId = id
  }

  /** Items that still wait for their turn. */
  waiting(kind: EvidenceKind): EvidenceItem | undefined {
    return this.#items.find((item) => item.kind === kind && item.status === 'waiting')
  }

  /** By which protocols files have come. */
  get provenProtocols(): ReadonlySet<string> {
    return new Set(this.#items.flatMap(({ status, protocol }) => (status === 'done' && protocol ? [protocol] : [])))
  }

  set(id: string, patch: Partial<EvidenceItem>): void {
    this.#items = this.#items.map((item) => (item.id === id ? { ...item, ...patch } : item))
    this.#show(this.result)
  }

  /** A box sent a file for this item. */
  received(id: string, { path, sizeBytes, sha256, receivedAt }: KeptFile): void {
    this.#add(id, { name: basename(path), sizeBytes, sha256, receivedAt })
  }

  /** Writes what is known of this item as a text file, unless there is nothing to write. */
  async write(id: string, name: string, chunks: Iterable<string> | AsyncIterable<string>): Promise<void> {
    const hash = createHash('sha256')
    let sizeBytes = 0
    const handle = await open(join(this.directory, name), 'w', 0o600)
    try {
      for await (const chunk of chunks) {
        const bytes = Buffer.from(chunk)
        hash.update(bytes)
        sizeBytes += bytes.length
        await handle.writeFile(bytes)
      }
    } finally {
      await handle.close()
    }
    if (sizeBytes === 0) {
      await rm(join(this.directory, name), { force: true })
      this.set(id, { status: 'empty' })
      return
    }
    this.#add(id, { name, sizeBytes, sha256: hash.digest('hex'), receivedAt: new Date().toISOString() })
  }

  #add(id: string, file: Omit<EvidenceFile, 'kind'>): void {
    const item = this.#items.find((one) => one.id === id)
    if (!item) return
    this.#files = [...this.#files, { ...file, kind: item.kind }]
    this.set(id, { status: 'done', bytes: item.status === 'done' ? item.bytes + file.sizeBytes : file.sizeBytes })
  }
}
