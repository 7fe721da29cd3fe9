import { z } from 'zod'

/** What the system's save dialog is asked: the name that it suggests, and the one kind of file that it shows. */
export const SaveChoice = z.strictObject({
  suggestedName: z.string().min(1).max(200),
  /** Without a dot. */
  extension: z.string().regex(/^[a-z0-9]{1,10}$/),
})
export type SaveChoice = z.infer<typeof SaveChoice>
