import { randomUUID } from 'node:crypto'
import path from 'node:path'
import type { EventData } from '#shared/contract.ts'
import { genericPathOf } from '#shared/cwmp/paths.ts'
import type { ValueRule } from '#shared/dictionary/index.ts'
import { AppError } from '#shared/errors.ts'
import type {
  DataModelDocument,
  DataModelInfo,
  LoadedDataModel,
  ModelEntry,
  ModelParameter,
} from '#shared/model/data-model.ts'
import type { importModel } from './import-model.ts'

/** The part of the store that data models need. */
export interface DataModelRecords {
  list(): DataModelInfo[]
  get(id: string): DataModelDocument | null
  insert(info: DataModelInfo, document: DataModelDocument): void
  remove(id: string): void
}

export interface DataModelServiceDeps {
  records: DataModelRecords
  read: typeof importModel
  onProgress: (progress: EventData<'dataModels.importing'>) => void
  onChange: (models: DataModelInfo[]) => void
}

/** Service models stand below the Services object of any root. */
const services = /^(?:Device|InternetGatewayDevice)\.Services\./

/** Data models that the technician loaded: what they say of parameters that the dictionary does not know. */
export class DataModelService {
  readonly #deps: DataModelServiceDeps
  /** Built when it is first asked for. */
  #byPath: Map<string, ModelEntry> | null = null

  constructor(deps: DataModelServiceDeps) {
    this.#deps = deps
  }

  list(): DataModelInfo[] {
    return this.#deps.records.list()
  }

  /** Loads a file; a model of the same name and file is replaced. Throws what `importModel` throws. */
  async import(file: string, beside: readonly string[] = []): Promise<LoadedDataModel> {
    const { records, read, onProgress } = this.#deps
    const { document, files, missing } = await read(file, {
      beside,
      onProgress: (name, progress) => onProgress({ path: file, file: name, progress }),
    })
    const info: DataModelInfo = {
      id: randomUUID(),
      name: document.name,
      fileName: path.basename(file),
      addedAt: new Date().toISOString(),
      objectCount: document.objects.length,
      parameterCount: document.parameters.length,
    }
    for (const old of this.list()) if (old.name === info.name && old.fileName === info.fileName) records.remove(old.id)
    records.insert(info, document)
    this.#changed()
    return { ...info, files, missing }
  }

  /** Throws NOT_FOUND. */
  remove(id: string): void {
    if (!this.list().some((one) => one.id === id)) throw new AppError('NOT_FOUND', { id })
    this.#deps.records.remove(id)
    this.#changed()
  }

  /** What the loaded models say of parameters; those that none knows are left out. The model loaded last wins. */
  lookup(paths: readonly string[]): ModelEntry[] {
    return paths.flatMap((path) => this.#find(path) ?? [])
  }

  /** The limits of a parameter; null where no model knows it. */
  ruleFor(path: string): ValueRule | null {
    const entry = this.#find(path)
    return entry ? ruleOfParameter(entry.parameter) : null
  }

  #find(path: string): ModelEntry | undefined {
    const byPath = this.#index()
    const generic = genericPathOf(path)
    const entry = byPath.get(generic) ?? byPath.get(generic.replace(services, ''))
    return entry && { ...entry, path }
  }

  #index(): Map<string, ModelEntry> {
    if (this.#byPath) return this.#byPath
    const byPath = new Map<string, ModelEntry>()
    for (const { id, name } of this.list())
      for (const parameter of this.#deps.records.get(id)?.parameters ?? [])
        byPath.set(parameter.path, { path: parameter.path, model: name, parameter })
    this.#byPath = byPath
    return byPath
  }

  #changed(): void {
    this.#byPath = null
    this.#deps.onChange(this.list())
  }
}

/** The limits that a data model sets. A list may hold many of its values, so they do not bind the whole text. */
export function ruleOfParameter(parameter: ModelParameter): ValueRule {
  const { type, list, min, max, minLength, maxLength, pattern, values } = parameter
  if (list) return { type, format: 'list', ...(maxLength === undefined ? {} : { maxLength }) }
  return {
    type,
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(minLength === undefined ? {} : { minLength }),
    ...(maxLength === undefined ? {} : { maxLength }),
    ...(pattern === undefined ? {} : { pattern }),
    ...(values === undefined ? {} : { values: values.map((value) => ({ value })) }),
  }
}
