import { z } from 'zod'

/** One known way in which models stray from the standard, or like to be treated. */
interface QuirkSpec<S extends z.ZodType> {
  schema: S
  /** What is assumed of a model of which nothing was learned. */
  standard: z.output<S>
  /** Whether the app finds out by itself; the others are set by hand. */
  learnable: boolean
}

function quirk<S extends z.ZodType>(schema: S, standard: z.output<S>, learnable: boolean): QuirkSpec<S> {
  return { schema, standard, learnable }
}

/**
 * Every quirk of models (field.md: FreeACS and GenieACS switches); worded under `quirks.<name>`. A value is kept per
 * model, learned from sessions or set by hand, and a value set by hand is never unlearned. Switches that tolerance makes
 * needless are not here: NextLevel always leaves as a digit, and a box that ends with one more empty round gets it.
 */
export const quirkTable = {
  /** Which booleans the box takes in SetParameterValues; `asRead` repeats the form in which it reports them. */
  booleanForm: quirk(z.enum(['asRead', 'digit', 'word']), 'asRead', true),
  /** Whether a dateTime that we write has milliseconds. */
  dateTimeMilliseconds: quirk(z.enum(['asRead', 'with', 'without']), 'asRead', true),
  /** Most names in one GetParameterValues. */
  batchSize: quirk(z.number().int().min(1).max(1000), 64, true),
  /**
   * How the tree is listed: `levels` asks branch by branch, `whole` asks the root once with NextLevel 0, `rootRefused`
   * is `levels` for a box that will not list the empty path. `unknown` goes by levels and finds out.
   */
  rootNames: quirk(z.enum(['unknown', 'levels', 'whole', 'rootRefused']), 'unknown', true),
  /** Path attribute of the session cookie; empty leaves the attribute out. */
  cookiePath: quirk(
    z
      .string()
      .regex(/^[!-:<-~]*$/)
      .max(100),
    '/',
    false,
  ),
  /** Status of an empty answer; `setting` is that of the settings. */
  emptyAnswer: quirk(z.enum(['setting', '204', '200']), 'setting', false),
  /** The box never sends TransferComplete: its reboot and version are the proof of a download. */
  noTransferComplete: quirk(z.boolean(), false, true),
  /** Writable flags of GetParameterNames are wrong: read-only parameters may be written all the same. */
  skipWritableCheck: quirk(z.boolean(), false, false),
} as const

export type QuirkName = keyof typeof quirkTable
export const QuirkName = z.enum(Object.keys(quirkTable) as [QuirkName, ...QuirkName[]])
export type QuirkValue<N extends QuirkName> = z.output<(typeof quirkTable)[N]['schema']>
/** All quirks of one model, with the standard's value where nothing is kept. */
export type QuirkValues = { [N in QuirkName]: QuirkValue<N> }

/** One kept quirk. `model` is `OUI-ProductClass` (the manufacturer where the OUI is missing), escaped as device ids are. */
export const Quirk = z.object({
  model: z.string(),
  name: QuirkName,
  value: z.union([z.string(), z.number(), z.boolean()]),
  source: z.enum(['learned', 'manual']),
  /** ISO 8601 in UTC. */
  since: z.string(),
  /** The session that taught it; null where a person did. */
  sessionId: z.string().nullable(),
  /** Of the box that taught it: a later version may have mended it. */
  softwareVersion: z.string(),
})
export type Quirk = z.infer<typeof Quirk>

export const standardQuirks = Object.fromEntries(
  Object.entries(quirkTable).map(([name, { standard }]) => [name, standard]),
) as QuirkValues
