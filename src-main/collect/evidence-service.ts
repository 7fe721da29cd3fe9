import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, rename, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { AppError } from '#shared/errors.ts'
import type { Language } from '#shared/i18n/index.ts'
import type { Alarm } from '#shared/model/alarm.ts'
import {
  type CollectExport,
  type CollectPreview,
  CollectResult,
  type EvidenceFile,
  type MaskChoice,
} from '#shared/model/collect.ts'
import type { Device } from '#shared/model/device.ts'
import type { Job } from '#shared/model/job.ts'
import type { ParameterValue } from '#shared/model/parameter.ts'
import { httpMessages } from './http-messages.ts'
import { parametersCsv } from './parameters-csv.ts'
import { knownSecretsOf, Redactor } from './redact.ts'
import { reportHtml } from './report-html.ts'
import { linesOf, textEncodingOf } from './text-lines.ts'
import { ZipWriter } from './zip-writer.ts'

export interface EvidenceServiceDeps {
  jobOf: (id: string) => Job
  deviceOf: (id: string) => Device | undefined
  folderOf: (jobId: string) => string
  valuesOf: (snapshotId: string) => ParameterValue[]
  alarmsOf: (deviceId: string) => Alarm[]
  /** Finished diagnose jobs of a box, newest first. */
  diagnosticsOf: (deviceId: string) => Job[]
  language: () => Language
  version: string
}

const maxSamples = 100
const sampleLength = 300

interface Bundle {
  job: Job
  result: CollectResult
  values: ParameterValue[]
  /** Those of its files that are there. */
  files: (EvidenceFile & { path: string; encoding: string | null })[]
}

/** Looks over the evidence of a collect job, and makes the one file of it that leaves the PC. */
export class EvidenceService {
  readonly #deps: EvidenceServiceDeps

  constructor(deps: EvidenceServiceDeps) {
    this.#deps = deps
  }

  /** What would be masked, and what cannot be. Throws NOT_FOUND where the job has no evidence. */
  async preview(jobId: string, mask: MaskChoice): Promise<CollectPreview> {
    const { values, files } = await this.#open(jobId)
    const preview: CollectPreview = { files: [], samples: [] }
    const known = knownSecretsOf(values)
    for (const { name, sizeBytes, path, encoding } of files) {
      const masked = { passwords: 0, accounts: 0, keys: 0 }
      if (encoding !== null) {
        const redactor = new Redactor(mask, known)
        let line = 0
        for await (const text of linesOf(path, encoding)) {
          line += 1
          const redacted = redactor.line(text)
          for (const kind of redacted.kinds) {
            masked[kind] += 1
            if (preview.samples.length < maxSamples)
              preview.samples.push({ file: name, line, kind, text: redacted.text.trim().slice(0, sampleLength) })
          }
        }
      }
      preview.files.push({ name, sizeBytes, isOpaque: encoding === null, masked })
    }
    if (values.length > 0) preview.files.unshift(previewOfParameters(values, mask, preview))
    return preview
  }

  /**
   * Writes the zip file: report, parameters, files, trace, and a manifest with the hash of each. It gets its name when it
   * is complete. Throws NOT_FOUND, DISK_FULL, EVIDENCE_TOO_LARGE, EVIDENCE_NOT_WRITTEN.
   */
  async export(jobId: string, path: string, mask: MaskChoice, leaveOut: readonly string[]): Promise<CollectExport> {
    const bundle = await this.#open(jobId)
    const partial = `${path}.part`
    try {
      const handle = await open(partial, 'w', 0o600)
      let sizeBytes = 0
      const entries: CollectExport['entries'] = []
      try {
        const zip = new ZipWriter(handle)
        for (const [name, content] of this.#entries(bundle, mask, new Set(leaveOut)))
          entries.push(await zip.add(name, content))
        const manifest = this.#manifest(bundle, mask, leaveOut, entries)
        await zip.add('manifest.json', [JSON.stringify(manifest, null, 2)])
        sizeBytes = await zip.finish()
        await handle.sync()
      } finally {
        await handle.close()
      }
      await rename(partial, path)
      return { path, sizeBytes, sha256: await hashOf(path), entries }
    } catch (error) {
      // Where the folder itself is wrong, removing fails for the same reason.
      await rm(partial, { force: true }).catch(() => undefined)
      throw toExportError(error, path)
    }
  }

  /** Deletes the files of a job. */
  async discard(jobId: string): Promise<void> {
    await rm(this.#deps.folderOf(this.#deps.jobOf(jobId).id), { recursive: true, force: true })
  }

  async #open(jobId: string): Promise<Bundle> {
    const job = this.#deps.jobOf(jobId)
    const result = CollectResult.safeParse(job.result)
    if (job.kind !== 'collect' || !result.success) throw new AppError('NOT_FOUND', { id: jobId })
    const folder = this.#deps.folderOf(job.id)
    const files: Bundle['files'] = []
    for (const file of result.data.files) {
      // Names are ours or were made safe; even so none may lead out of the folder.
      const path = join(folder, basename(file.name))
      const isThere = await stat(path).then(
        (found) => found.isFile(),
        () => false,
      )
      if (isThere) files.push({ ...file, path, encoding: await textEncodingOf(path) })
    }
    const { snapshotId } = result.data
    return { job, result: result.data, files, values: snapshotId === null ? [] : this.#deps.valuesOf(snapshotId) }
  }

  *#entries(
    { job, result, values, files }: Bundle,
    mask: MaskChoice,
    leaveOut: ReadonlySet<string>,
  ): Generator<[name: string, content: Iterable<string> | AsyncIterable<string | Uint8Array>]> {
    const known = knownSecretsOf(values)
    const device = this.#deps.deviceOf(job.deviceId)
    const alarms = this.#deps.alarmsOf(job.deviceId)
    const kept = files.filter(({ name }) => !leaveOut.has(name))
    const { version } = this.#deps
    const report = reportHtml({
      job,
      result,
      device: device ?? null,
      alarms,
      diagnostics: this.#deps.diagnosticsOf(job.deviceId),
      files: kept,
      values,
      mask,
      version,
      language: this.#deps.language(),
    })
    yield ['report.html', [new Redactor(mask, known).known(report)]]
    if (values.length > 0 && !leaveOut.has('parameters.csv')) yield ['parameters.csv', parametersCsv(values, mask)]
    for (const file of kept) {
      const { name, path, encoding, kind } = file
      if (encoding === null) yield [`files/${name}`, createReadStream(path)]
      else if (kind !== 'trace') yield [`files/${name}`, redacted(linesOf(path, encoding), new Redactor(mask, known))]
      else {
        yield ['trace.ndjson', redacted(linesOf(path, encoding), new Redactor(mask, known))]
        yield ['http.txt', redacted(httpMessages(linesOf(path, encoding)), new Redactor(mask, known))]
      }
    }
  }

  #manifest({ job, files }: Bundle, mask: MaskChoice, leftOut: readonly string[], entries: CollectExport['entries']) {
    return {
      app: `FieldACS ${this.#deps.version}`,
      createdAt: new Date().toISOString(),
      jobId: job.id,
      deviceId: job.deviceId,
      masked: mask,
      leftOut,
      entries,
      /** As they came from the box, before anything was masked. */
      originals: files.map(({ name, sizeBytes, sha256, receivedAt }) => ({ name, sizeBytes, sha256, receivedAt })),
    }
  }
}

function previewOfParameters(values: readonly ParameterValue[], mask: MaskChoice, preview: CollectPreview) {
  const name = 'parameters.csv'
  const masked = { passwords: 0, accounts: 0, keys: 0 }
  let sizeBytes = 0
  let line = 0
  for (const row of parametersCsv(values, mask, (kind, text) => {
    masked[kind] += 1
    if (preview.samples.length < 2 * maxSamples) preview.samples.push({ file: name, line: line + 1, kind, text })
  })) {
    sizeBytes += Buffer.byteLength(row)
    line += 1
  }
  return { name, sizeBytes, isOpaque: false, masked }
}

async function* redacted(lines: Iterable<string> | AsyncIterable<string>, redactor: Redactor): AsyncGenerator<string> {
  for await (const line of lines) yield redactor.line(line).text
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

function toExportError(error: unknown, path: string): unknown {
  const { code } = error as NodeJS.ErrnoException
  if (error instanceof AppError || code === undefined) return error
  if (code === 'ENOSPC' || code === 'EDQUOT') return new AppError('DISK_FULL', { path })
  return new AppError('EVIDENCE_NOT_WRITTEN', { path, reason: code })
}
