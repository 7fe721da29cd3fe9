import { downloadFileTypes } from '#shared/model/firmware-push.ts'

/** The standard file types by what they are called here (`firmware.fileTypes.<id>`). */
export const fileTypeIds = ['firmware', 'web', 'config', 'tone', 'ringer', 'stored'] as const
export type FileTypeId = (typeof fileTypeIds)[number]

/** File type of Download for each. */
export const fileTypes = Object.fromEntries(fileTypeIds.map((id, at) => [id, downloadFileTypes[at] ?? ''])) as Record<
  FileTypeId,
  string
>

/** What a file type is called; undefined for the types of makers. */
export function fileTypeIdOf(fileType: string): FileTypeId | undefined {
  return fileTypeIds.find((id) => fileTypes[id] === fileType)
}
