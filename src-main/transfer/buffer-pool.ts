/**
 * Buffers of one size, used again and again: serving gigabytes leaves no garbage and memory stays flat. As many exist as
 * were ever in use at once; `maxIdle` of them are kept.
 */
export class BufferPool {
  private readonly idle: Buffer[] = []
  readonly bufferBytes: number
  private readonly maxIdle: number

  constructor(bufferBytes: number, maxIdle: number) {
    this.bufferBytes = bufferBytes
    this.maxIdle = maxIdle
  }

  take(): Buffer {
    return this.idle.pop() ?? Buffer.allocUnsafeSlow(this.bufferBytes)
  }

  give(buffer: Buffer): void {
    if (this.idle.length < this.maxIdle) this.idle.push(buffer)
  }
}
