import { z } from 'zod'

/**
 * One parameter as it stood on the wire: full path, lexical value, and the local name of its xsi:type
 * (`string`, `unsignedInt`, `boolean`, `dateTime`, …). The lexical form is kept because boxes are picky about it
 * (TR-069 A.2.1, A.3.2.1).
 */
export const ParameterValue = z.object({
  name: z.string(),
  value: z.string(),
  type: z.string(),
})
export type ParameterValue = z.infer<typeof ParameterValue>

/** A name reported by GetParameterNames; object paths end with a dot (TR-069 A.3.2.3). */
export const ParameterInfo = z.object({ name: z.string(), writable: z.boolean() })
export type ParameterInfo = z.infer<typeof ParameterInfo>

/** Why one path could not be read or written: a CWMP fault code and the box's own words. */
export const ParameterFailure = z.object({ name: z.string(), code: z.number().int(), message: z.string() })
export type ParameterFailure = z.infer<typeof ParameterFailure>
