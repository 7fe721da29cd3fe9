import { gateway098 } from './gateway098.ts'
import { gateway181 } from './gateway181.ts'
import type { ModelName, ModelSpec } from './spec.ts'
import { stb } from './stb.ts'

/** The boxes that can be played. */
export const MODELS: Readonly<Record<ModelName, ModelSpec>> = { stb, gateway181, gateway098 }

export const MODEL_NAMES: readonly ModelName[] = ['stb', 'gateway181', 'gateway098']
