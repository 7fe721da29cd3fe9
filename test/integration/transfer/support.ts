import { execFile, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Transfer } from '#shared/model/transfer.ts'
import type { DownloadLink } from '../../../src-main/transfer/link.ts'
import type { LinkRegistry, PublishOptions } from '../../../src-main/transfer/links.ts'

/** Whether a client tool is installed; tests without it skip and say so in their name. */
export function hasTool(name: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${name}`]).status === 0
}

export interface ToolResult {
  status: number
  stdout: string
  stderr: string
}

/** Runs a client tool to its end; a failing exit status is a result, not an error. */
export function runTool(
  name: string,
  args: string[],
  options: { cwd?: string; input?: string; timeoutMs?: number } = {},
): Promise<ToolResult> {
  return new Promise((resolve) => {
    const child = execFile(
      name,
      args,
      {
        cwd: options.cwd,
        timeout: options.timeoutMs ?? 25_000,
        maxBuffer: 1 << 26,
        env: { ...process.env, LC_ALL: 'C.UTF-8', HOME: '/nonexistent' },
      },
      (error, stdout, stderr) => resolve({ status: error ? Number(error.code ?? -1) : 0, stdout, stderr }),
    )
    child.stdin?.on('error', () => undefined).end(options.input ?? '')
  })
}

export function makeDirectory(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'fieldacs-transfer-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** Bytes that repeat only after 64 KiB, so that a shifted or doubled block shows. */
export function testBytes(size: number): Buffer<ArrayBuffer> {
  const bytes = Buffer.alloc(size)
  for (let index = 0; index < size; index += 1) bytes[index] = (index * 31 + (index >> 8) * 17 + (index >> 16)) & 0xff
  return bytes
}

export function sha256(data: Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}

export function publishBuffer(
  registry: LinkRegistry,
  data: Buffer,
  options: Partial<PublishOptions> = {},
): DownloadLink {
  return registry.publish({
    source: { type: 'buffer', data },
    fileName: 'image.bin',
    sizeBytes: data.length,
    sha256: sha256(data),
    ...options,
  })
}

/** Waits until the log of a link satisfies a condition. */
export async function requestsWhen(
  registry: LinkRegistry,
  linkId: string,
  condition: (requests: Transfer[]) => boolean,
): Promise<Transfer[]> {
  for (let tries = 0; tries < 500; tries += 1) {
    const requests = registry.requestsOf(linkId)
    if (condition(requests)) return requests
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error(`the log never fitted: ${JSON.stringify(registry.requestsOf(linkId))}`)
}

export const allEnded = (requests: Transfer[]) =>
  requests.length > 0 && requests.every((request) => request.endedAt !== null)
