/** Types of the data-model tables: what a parameter is, what an object holds, what a model offers. */

/** Value types of TR-106 as they appear in `xsi:type` (spec 02, section 4). */
export type ValueType =
  | 'string'
  | 'int'
  | 'unsignedInt'
  | 'long'
  | 'unsignedLong'
  | 'boolean'
  | 'dateTime'
  | 'base64'
  | 'hexBinary'

/** What a value must satisfy beyond its type; a breach is fault 9007. */
export type Limit =
  | { readonly kind: 'range'; readonly min?: number; readonly max?: number }
  | { readonly kind: 'length'; readonly min: number; readonly max: number }
  | { readonly kind: 'oneOf'; readonly values: readonly string[] }
  | { readonly kind: 'pattern'; readonly pattern: RegExp; readonly allowEmpty: boolean }

/** The identity of one box, derived from its model and index alone. */
export interface BoxFacts {
  readonly index: number
  readonly manufacturer: string
  readonly oui: string
  readonly productClass: string
  readonly serialNumber: string
  readonly macAddress: string
  readonly hardwareVersion: string
  readonly softwareVersion: string
  readonly address: string
  readonly acsUrl: string
}

/** What a table row may look at when it makes its first value. */
export interface RowContext {
  readonly facts: BoxFacts
  /** Instance numbers on the way from the root, outermost first. */
  readonly row: readonly number[]
}

/** What a live value may look at each time it is read. */
export interface LiveContext extends RowContext {
  readonly now: Date
  /** Seconds since the box last booted, in box time. */
  readonly upTime: number
  /** Number of instances of a table that is a sibling of this parameter. */
  readonly count: (table: string) => number
}

export type Scalar = string | number | boolean
export type Source = Scalar | ((context: RowContext) => Scalar)

/** How a parameter may be watched: `deny` refuses active notification (9009), `forced` always has it. */
export type NotifyRule = 'free' | 'deny' | 'forced'

export interface ParameterSpec {
  readonly type: ValueType
  readonly initial: Source
  readonly live?: (context: LiveContext) => Scalar
  readonly writable: boolean
  /** Reads back as an empty string (passwords). */
  readonly hidden: boolean
  readonly notify: NotifyRule
  readonly limits: readonly Limit[]
}

export type ParameterSpecs = Readonly<Record<string, ParameterSpec>>

/** Object path with `{i}` for instances and a final dot, and what it holds. */
export type ObjectSpecs = Readonly<Record<string, ParameterSpecs>>

/** A multi-instance object: path without `{i}`, with a final dot. */
export interface TableSpec {
  /** Instances that exist at the factory. */
  readonly rows: number
  /** AddObject and DeleteObject are allowed. */
  readonly create: boolean
  /** AddObject beyond this is fault 9004. */
  readonly max: number
}

export interface ModelSpec {
  readonly root: 'Device.' | 'InternetGatewayDevice.'
  readonly objects: ObjectSpecs
  readonly tables: Readonly<Record<string, TableSpec>>
  /** Parameters of every Inform: the forced ones first, then what this maker adds. */
  readonly informParameters: readonly string[]
  readonly methods: readonly string[]
  readonly defaultCwmpVersion: CwmpVersion
  /** Table to which instances are added when a tree of a given size is asked for. */
  readonly growthTable: string
}

export type CwmpVersion = '1.0' | '1.1' | '1.2' | '1.3' | '1.4'
export type ModelName = 'stb' | 'gateway181' | 'gateway098'

const EMPTY_OF: Readonly<Record<ValueType, string>> = {
  string: '',
  int: '0',
  unsignedInt: '0',
  long: '0',
  unsignedLong: '0',
  boolean: '0',
  dateTime: '0001-01-01T00:00:00Z',
  base64: '',
  hexBinary: '',
}

/** The value of a parameter that nobody has set: an instance made by AddObject starts with it. */
export const emptyValue = (type: ValueType): string => EMPTY_OF[type]

/** Writes a scalar in the lexical form of its type; booleans as 1 and 0. */
export function lexical(value: Scalar): string {
  return typeof value === 'boolean' ? (value ? '1' : '0') : String(value)
}
