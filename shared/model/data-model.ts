import { z } from 'zod'

/** A loaded data model, as lists show it. */
export const DataModelInfo = z.object({
  id: z.string(),
  /** As its file says: `Device:2.11`, or a maker's own. */
  name: z.string(),
  fileName: z.string(),
  addedAt: z.string(),
  objectCount: z.number().int(),
  parameterCount: z.number().int(),
})
export type DataModelInfo = z.infer<typeof DataModelInfo>

/**
 * A data model as it was just loaded: `files` are all that were read for it; `missing` are parts (components, types, models)
 * that it names and none of them holds: what they would bring is not in it.
 */
export const LoadedDataModel = DataModelInfo.extend({ files: z.array(z.string()), missing: z.array(z.string()) })
export type LoadedDataModel = z.infer<typeof LoadedDataModel>

/** How far the standard still backs it (TR-106 A.2). */
export const ModelStatus = z.enum(['current', 'deprecated', 'obsoleted', 'deleted'])
export type ModelStatus = z.infer<typeof ModelStatus>

/** One object of a data model; `path` ends with a dot and has `{i}` for instances. */
export const ModelObject = z.object({
  path: z.string(),
  writable: z.boolean(),
  /** Rows of a table; `null` is without limit. */
  minEntries: z.number().int(),
  maxEntries: z.number().int().nullable(),
  version: z.string(),
  status: ModelStatus,
  about: z.string(),
})
export type ModelObject = z.infer<typeof ModelObject>

/** One parameter of a data model. */
export const ModelParameter = z.object({
  path: z.string(),
  /** Local name of the xsi:type; a list travels as a string. */
  type: z.string(),
  list: z.boolean(),
  writable: z.boolean(),
  /** Reads back empty (TR-106 hidden). */
  hidden: z.boolean(),
  min: z.number().optional(),
  max: z.number().optional(),
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
  pattern: z.string().optional(),
  values: z.array(z.string()).optional(),
  unit: z.string().optional(),
  version: z.string(),
  status: ModelStatus,
  about: z.string(),
})
export type ModelParameter = z.infer<typeof ModelParameter>

/** A whole data model in compact form. */
export const DataModelDocument = z.object({
  name: z.string(),
  objects: z.array(ModelObject),
  parameters: z.array(ModelParameter),
})
export type DataModelDocument = z.infer<typeof DataModelDocument>

/** What loaded data models say of one path. */
export const ModelEntry = z.object({ path: z.string(), model: z.string(), parameter: ModelParameter })
export type ModelEntry = z.infer<typeof ModelEntry>
