import type { ModelName, ModelSpec } from './spec.ts'
import { stb } from './stb.ts'

/** The boxes that can be played. */
export const MODELS: Readonly<Record<ModelName, ModelSpec>> = { stb, gateway181: stb, gateway098: stb }

export const MODEL_NAMES = Object.keys(MODELS) as readonly ModelName[]
