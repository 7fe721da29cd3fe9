import ssh2, { type SFTPWrapper } from 'ssh2'
import { IncomingFile, UploadRefused } from '../inbox.ts'
import type { UploadLink } from '../link.ts'
import type { LinkRegistry } from '../links.ts'
import type { Ticket } from '../ticket.ts'

export interface ReceiverOptions {
  registry: LinkRegistry
  link: UploadLink
  address: string
}

interface OpenUpload {
  file: IncomingFile
  ticket: Ticket
  sizeBytes: number
  /** Whether a part was refused: nothing is kept then. */
  isBroken: boolean
}

const status = ssh2.utils.sftp.STATUS_CODE
const writing = ssh2.utils.sftp.OPEN_MODE.WRITE

const directoryAttributes = { mode: 0o040_700, uid: 0, gid: 0, size: 0, atime: 0, mtime: 0 }
const fileAttributes = (size: number) => ({ mode: 0o100_600, uid: 0, gid: 0, size, atime: 0, mtime: 0 })

/** One SFTP channel: requests are answered in the order in which they came, one after the other. */
export class SftpReceiver {
  readonly #sftp: SFTPWrapper
  readonly #options: ReceiverOptions
  readonly #uploads = new Map<number, OpenUpload>()
  #last = 0
  #queue: Promise<void> = Promise.resolve()

  constructor(sftp: SFTPWrapper, options: ReceiverOptions) {
    this.#sftp = sftp
    this.#options = options
    sftp
      .on('OPEN', (id, name, flags) => this.#next(id, () => this.#open(id, name, flags)))
      .on('WRITE', (id, handle, offset, data) => this.#next(id, () => this.#write(id, handle, offset, data)))
      .on('CLOSE', (id, handle) => this.#next(id, () => this.#close(id, handle)))
      .on('FSTAT', (id, handle) => this.#next(id, () => this.#fstat(id, handle)))
      .on('REALPATH', (id, path) => {
        const filename = path === '' || path === '.' ? '/' : path
        sftp.name(id, [{ filename, longname: filename, attrs: directoryAttributes }] as never)
      })
      .on('STAT', (id, path) => this.#stat(id, path))
      .on('LSTAT', (id, path) => this.#stat(id, path))
      .on('OPENDIR', (id) => sftp.handle(id, Buffer.from('dir')))
      .on('READDIR', (id) => sftp.status(id, status.EOF))
      // OpenSSH waits for our end of the channel before it goes.
      .on('end', () => sftp.end())
    // Attributes mean nothing here, and a folder that a box wants to make is as good as made.
    for (const harmless of ['SETSTAT', 'FSETSTAT', 'MKDIR'] as const)
      sftp.on(harmless as 'MKDIR', (id: number) => void sftp.status(id, status.OK))
    for (const refused of ['READ', 'REMOVE', 'RMDIR', 'RENAME', 'READLINK', 'SYMLINK', 'EXTENDED'] as const)
      sftp.on(refused as 'REMOVE', (id: number) => void sftp.status(id, status.OP_UNSUPPORTED))
  }

  /** The connection is gone: what is not complete is thrown away. */
  lost(): void {
    for (const { file, ticket } of this.#uploads.values()) {
      ticket.abort()
      this.#queue = this.#queue.then(() => file.discard()).catch(() => undefined)
    }
    this.#uploads.clear()
  }

  #next(id: number, work: () => Promise<void> | void): void {
    this.#queue = this.#queue.then(work).catch((error: unknown) => {
      const isRefused = error instanceof UploadRefused
      this.#sftp.status(id, status.FAILURE, isRefused ? error.reason : 'not taken')
    })
  }

  async #open(id: number, name: string, flags: number): Promise<void> {
    const { registry, link, address } = this.#options
    if ((flags & writing) === 0) {
      this.#sftp.status(id, status.NO_SUCH_FILE)
      return
    }
    const ticket = registry.begin(link, { protocol: 'sftp', address, method: 'OPEN', path: name, status: null })
    try {
      const file = await IncomingFile.open(link, ticket, name)
      this.#last += 1
      this.#uploads.set(this.#last, { file, ticket, sizeBytes: 0, isBroken: false })
      const handle = Buffer.alloc(4)
      handle.writeUInt32BE(this.#last)
      this.#sftp.handle(id, handle)
    } catch (error) {
      ticket.refuse(error instanceof UploadRefused ? error.reason : 'disk', status.FAILURE)
      throw error
    }
  }

  async #write(id: number, handle: Buffer, offset: number, data: Buffer): Promise<void> {
    const upload = this.#uploadOf(handle)
    if (!upload || upload.isBroken || offset !== upload.sizeBytes) {
      this.#sftp.status(id, status.FAILURE)
      return
    }
    try {
      await upload.file.write(data)
    } catch (error) {
      upload.isBroken = true
      upload.ticket.refuse(error instanceof UploadRefused ? error.reason : 'disk', status.FAILURE)
      throw error
    }
    upload.sizeBytes += data.length
    this.#sftp.status(id, status.OK)
  }

  async #close(id: number, handle: Buffer): Promise<void> {
    const upload = this.#uploadOf(handle)
    if (upload) {
      this.#uploads.delete(handle.readUInt32BE())
      if (upload.isBroken) {
        await upload.file.discard()
        throw new UploadRefused('tooLarge')
      }
      const received = await upload.file.commit()
      upload.ticket.done(status.OK)
      this.#options.registry.reportReceived(received)
    }
    this.#sftp.status(id, status.OK)
  }

  #fstat(id: number, handle: Buffer): void {
    this.#sftp.attrs(id, fileAttributes(this.#uploadOf(handle)?.sizeBytes ?? 0))
  }

  /** Only the folder is there; its own name may be written with the token of the link. */
  #stat(id: number, path: string): void {
    const last = path
      .split('/')
      .filter((segment) => segment !== '')
      .at(-1)
    const isFolder = last === undefined || last === '.' || last === this.#options.link.token
    if (isFolder) this.#sftp.attrs(id, directoryAttributes)
    else this.#sftp.status(id, status.NO_SUCH_FILE)
  }

  #uploadOf(handle: Buffer): OpenUpload | undefined {
    return handle.length === 4 ? this.#uploads.get(handle.readUInt32BE()) : undefined
  }
}
