import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { AppError } from '#shared/errors.ts'
import type { DataModelDocument } from '#shared/model/data-model.ts'
import { mainModel } from './document.ts'
import { ModelFlattener } from './flatten-model.ts'
import { type LoadOptions, loadModelFile } from './load-files.ts'

/** Objects read in one go: a few milliseconds. */
const objectsAtOnce = 10

/** A model, the names of all files that were read for it, and of parts that none of them holds. */
export interface ImportedModel {
  document: DataModelDocument
  files: string[]
  missing: string[]
}

/**
 * Reads a data-model file of the Broadband Forum or a vendor in its format: a full one, or one that takes parts from
 * others. Gives way to other work all the time. Throws AppErrors that name the file and the place.
 */
export async function importModel(file: string, options: LoadOptions = {}): Promise<ImportedModel> {
  const { home, files } = await loadModelFile(file, options)
  const element = mainModel(home)
  if (!element) {
    const detail = home.root.name === 'document' ? 'it has no model element' : `its root is <${home.root.name}>`
    throw new AppError('DATA_MODEL_NOT_ONE', { file: home.file, detail })
  }
  const flattener = new ModelFlattener()
  const work = flattener.flatten({ element, home })
  for (let count = 1; !work.next().done; count++) if (count % objectsAtOnce === 0) await setImmediate()
  const document = flattener.result(element.attributes.name ?? path.basename(file))
  const { missing } = flattener
  if (document.parameters.length > 0) return { document, files, missing }
  const detail = missing.length > 0 ? `not found: ${missing.join(', ')}` : 'its model holds no parameters'
  throw new AppError('DATA_MODEL_NOT_ONE', { file: home.file, detail })
}
