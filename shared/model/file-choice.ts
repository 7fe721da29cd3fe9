import { z } from 'zod'

/** What the system's save dialog is asked: the name that it suggests, and the one kind of file that it shows. */
export const SaveChoice = z.strictObject({
  suggestedName: z.string().min(1).max(200),
  /** Without a dot. */
  extension: z.string().regex(/^[a-z0-9]{1,10}$/),
})
export type SaveChoice = z.infer<typeof SaveChoice>

/** What files are chosen for: each kind has its own dialog, and its own call to which they may be given. */
export const FileKind = z.enum(['firmware', 'log', 'dataModel'])
export type FileKind = z.infer<typeof FileKind>
