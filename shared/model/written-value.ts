import { z } from 'zod'

/**
 * What became of one value. `verified`: the box reads back what was written, or, with `hidden`, accepted a secret that
 * reads back empty by rule. `different`: accepted, reads back otherwise; with `pending` it may be applied by a reboot
 * (Status 1, TR-069 A.3.2.1). `failed`: not written, `code` and `message` say why; `heldBack` where only others of the
 * same request were at fault (all or nothing).
 */
export const WrittenValue = z.object({
  name: z.string(),
  /** null where it could not be read. */
  old: z.string().nullable(),
  value: z.string(),
  type: z.string(),
  status: z.enum(['verified', 'different', 'failed']),
  code: z.number().int().optional(),
  message: z.string().optional(),
  readBack: z.string().optional(),
  hidden: z.boolean().optional(),
  pending: z.boolean().optional(),
  heldBack: z.boolean().optional(),
})
export type WrittenValue = z.infer<typeof WrittenValue>
