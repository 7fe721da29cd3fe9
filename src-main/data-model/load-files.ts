import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { AppError } from '#shared/errors.ts'
import { type ModelFile, modelFileOf, skippedElements } from './document.ts'
import { XmlError, XmlTreeReader } from './xml-tree.ts'

const largestMegabytes = 64
/** Characters read in one go: a few milliseconds. */
const stride = 64 * 1024

export interface LoadOptions {
  /** Files that parts may be taken from, too; they come before those of the same name in the folder. */
  beside?: readonly string[]
  /** How far the reading of one file is, 0..1. */
  onProgress?: (file: string, progress: number) => void
}

/** Reads a file with the files that it takes parts from. Throws what is wrong, with the place. */
export async function loadModelFile(
  file: string,
  { beside = [], onProgress = () => {} }: LoadOptions = {},
): Promise<{ home: ModelFile; files: string[] }> {
  const folder = path.dirname(file)
  const inFolder = (await readdir(folder).catch(() => [])).map((name) => path.join(folder, name))
  const places = new Map([...inFolder, ...beside, file].map((place) => [path.basename(place), place]))
  const present = [...places.keys()]
  const read = new Map<string, ModelFile>()
  const missing = new Set<string>()
  const load = async (name: string): Promise<ModelFile> => {
    const known = read.get(name)
    if (known) return known
    const found = await readOne(places.get(name) ?? '', onProgress)
    read.set(name, found)
    for (const wanted of new Set(found.imports.map((one) => one.file))) {
      const there = newestOf(wanted, present)
      if (there === undefined) missing.add(wanted)
      else found.imported.set(wanted, await load(there))
    }
    return found
  }
  const home = await load(path.basename(file))
  if (missing.size > 0)
    throw new AppError('DATA_MODEL_IMPORTS_MISSING', { file: path.basename(file), missing: [...missing].join(', ') })
  return { home, files: [...read.keys()] }
}

async function readOne(file: string, onProgress: (file: string, progress: number) => void): Promise<ModelFile> {
  const name = path.basename(file)
  const bytes = await bytesOf(file, name)
  const text = decode(bytes)
  const reader = new XmlTreeReader(text, skippedElements)
  try {
    while (!reader.step(stride)) {
      onProgress(name, reader.progress)
      await setImmediate()
    }
    onProgress(name, 1)
    return modelFileOf(name, reader.root)
  } catch (error) {
    if (!(error instanceof XmlError)) throw error
    const before = text.slice(0, error.position)
    throw new AppError('DATA_MODEL_NOT_XML', {
      file: name,
      line: before.split('\n').length,
      byte: Buffer.byteLength(before),
      detail: error.message,
    })
  }
}

async function bytesOf(file: string, name: string): Promise<Buffer> {
  try {
    const { size } = await stat(file)
    const megabytes = Math.ceil(size / 1_000_000)
    if (megabytes > largestMegabytes)
      throw new AppError('DATA_MODEL_TOO_LARGE', { file: name, megabytes, limit: largestMegabytes })
    return await readFile(file)
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError('DATA_MODEL_FILE_UNREADABLE', {
      file: name,
      detail: error instanceof Error ? error.message : '',
    })
  }
}

/** The text of a file, by its byte order mark, else by the encoding that it declares. */
function decode(bytes: Buffer): string {
  const mark = bytes.length >= 2 ? bytes.readUInt16BE(0) : 0
  if (mark === 0xfffe || mark === 0xfeff)
    return new TextDecoder(mark === 0xfffe ? 'utf-16le' : 'utf-16be').decode(bytes)
  const declared = /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)["']/.exec(
    bytes.subarray(0, 200).toString('latin1'),
  )?.[1]
  try {
    return new TextDecoder(declared ?? 'utf-8').decode(bytes)
  } catch {
    return bytes.toString('utf8')
  }
}

/**
 * The file that an import means: that name, or the newest one of which the name leaves out the last version numbers
 * (`tr-135-1-common.xml` for `tr-135-1-4-1-common.xml`).
 */
export function newestOf(wanted: string, present: readonly string[]): string | undefined {
  if (present.includes(wanted)) return wanted
  const [, stem, rest] = /^([a-z]+(?:-\d+)*)(.*)$/i.exec(wanted) ?? []
  if (stem === undefined || rest === undefined) return undefined
  const versions = present.flatMap((name) => {
    if (!name.startsWith(stem) || !name.endsWith(rest) || name.length < stem.length + rest.length) return []
    const middle = name.slice(stem.length, name.length - rest.length)
    return /^(?:-\d+)*$/.test(middle) ? [{ name, numbers: middle.split('-').slice(1).map(Number) }] : []
  })
  versions.sort((a, b) => compare(b.numbers, a.numbers))
  return versions[0]?.name
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const difference = (a[index] ?? -1) - (b[index] ?? -1)
    if (difference !== 0) return difference
  }
  return 0
}
