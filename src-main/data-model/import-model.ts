import { setImmediate } from 'node:timers/promises'
import { AppError } from '#shared/errors.ts'
import type { DataModelDocument } from '#shared/model/data-model.ts'
import { mainModel } from './document.ts'
import { ModelFlattener } from './flatten-model.ts'
import { loadModelFile } from './load-files.ts'

/** Objects read in one go: a few milliseconds. */
const objectsAtOnce = 10

/**
 * Reads a data-model file of the Broadband Forum or a vendor in its format: a full one, or one that takes parts from files
 * beside it. Gives way to other work all the time. Throws AppErrors that name the file and the place.
 */
export async function importModel(file: string): Promise<DataModelDocument> {
  const home = await loadModelFile(file)
  const element = mainModel(home)
  if (!element) {
    const detail = home.root.name === 'document' ? 'it has no model element' : `its root is <${home.root.name}>`
    throw new AppError('DATA_MODEL_NOT_ONE', { file: home.file, detail })
  }
  const flattener = new ModelFlattener()
  const work = flattener.flatten({ element, home })
  for (let count = 1; !work.next().done; count++) if (count % objectsAtOnce === 0) await setImmediate()
  const model = flattener.result(element.attributes.name ?? home.file)
  if (model.parameters.length === 0)
    throw new AppError('DATA_MODEL_NOT_ONE', { file: home.file, detail: 'its model holds no parameters' })
  return model
}
