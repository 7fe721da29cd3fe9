import type { CodecWarning } from './messages.ts'

/**
 * Every deviation the decoder understands all the same, with what it means; worded in the renderer as
 * `warnings.<code>`. A code that recurs in one envelope is kept once: its first place and example, and `count`.
 */
export const CODEC_WARNINGS = {
  /** The bytes are not in the declared charset: `charset` was used instead of `declared`. */
  charsetFallback: ['charset', 'declared'],
  /** The declared charset is not known here: `declared`; `charset` was used. */
  charsetUnknown: ['charset', 'declared'],
  /** Control characters that XML forbids were passed through: `code` is the first one. */
  controlCharacters: ['code'],
  /** Text before the first element was skipped. */
  leadingData: [],
  /** The XML declaration is not at the very start. */
  declarationNotFirst: [],
  /** Something follows the envelope (garbage, a NUL, a second envelope) and was ignored: `characters`. */
  trailingData: ['characters'],
  /** The body ends after the message but before the end of the envelope. */
  truncatedTail: [],
  /** A DOCTYPE was skipped; its entities do not exist for us. */
  doctypeIgnored: [],
  /** `&` that begins no entity was taken as text. */
  rawAmpersand: [],
  /** An unknown entity was left as text: `entity`. */
  unknownEntity: ['entity'],
  /** A character reference to no character was left as text: `entity`. */
  badCharacterReference: ['entity'],
  /** `<` that begins no tag was taken as text. */
  strayLessThan: [],
  /** Markup inside a text-only element was taken as text: `element`. */
  markupInText: ['element'],
  /** The same attribute twice, the first counts: `element`, `attribute`. */
  duplicateAttribute: ['element', 'attribute'],
  /** A start tag with damaged or too many attributes: `element`. */
  damagedTag: ['element'],
  /** An end tag with blanks or attributes in it: `element`. */
  damagedEndTag: ['element'],
  /** An end tag is missing: `element`. */
  unclosedElement: ['element'],
  /** An end tag that fits no open element: `element`. */
  unmatchedEndTag: ['element'],
  /** A prefix that was never declared: `prefix`. */
  undeclaredPrefix: ['prefix'],
  /** A well-known namespace in another form (1999 schema, a slash too many or too few): `prefix`, `namespace`. */
  namespaceVariant: ['prefix', 'namespace'],
  /** A SOAP 1.2 envelope, where TR-069 wants 1.1. */
  soap12: [],
  /** The message stands alone, without an envelope. */
  envelopeMissing: [],
  /** The message stands in the envelope without a Body. */
  bodyMissing: [],
  /** An envelope without a message, taken as the empty POST. */
  emptyEnvelope: [],
  /** More than one message in the Body; the first counts: `ignored`. */
  severalMessages: ['ignored'],
  /** No cwmp namespace is declared. */
  namespaceMissing: [],
  /** The cwmp namespace is none of the published ones: `namespace`. */
  namespaceUnknown: ['namespace'],
  /** No cwmp:ID header. */
  idMissing: [],
  /** The cwmp:ID header is empty. */
  idEmpty: [],
  /** A header only an ACS may send: `header`. */
  headerNotForCpe: ['header'],
  /** A header no schema has any more: `header`. */
  headerObsolete: ['header'],
  /** An unknown header the box wanted understood: `header`. */
  mustUnderstandUnknown: ['header'],
  /** mustUnderstand is neither 1 nor 0, or not in the envelope's namespace: `header`, `value`. */
  mustUnderstandForm: ['header', 'value'],
  /** A header whose value could not be read: `header`, `value`. */
  headerInvalid: ['header', 'value'],
  /** A method misspelt: `found`, `expected`. */
  methodMisspelt: ['found', 'expected'],
  /** A method nobody knows: `found`. */
  methodUnknown: ['found'],
  /** An element misspelt: `found`, `expected`. */
  elementMisspelt: ['found', 'expected'],
  /** A prefix on an element that has none in the schema: `element`. */
  elementQualified: ['element'],
  /** A field is missing and its default was used: `field`. */
  fieldMissing: ['field'],
  /** A number, boolean or status that is none: `field`, `value`; its default was used. */
  fieldInvalid: ['field', 'value'],
  /** Blanks or line breaks around or inside a value that has none were removed: `field`. */
  blanksRemoved: ['field'],
  /** An array without arrayType: `field`. */
  arrayTypeMissing: ['field'],
  /** arrayType names another type: `field`, `found`. */
  arrayTypeWrong: ['field', 'found'],
  /** arrayType is not in the SOAP encoding namespace: `field`. */
  arrayTypeNamespace: ['field'],
  /** arrayType announces another count: `field`, `announced`, `actual`. */
  arrayCountWrong: ['field', 'announced', 'actual'],
  /** Members of an array under another name: `field`, `found`. */
  arrayMemberName: ['field', 'found'],
  /** A list sent as xsi:nil: `field`. */
  listNil: ['field'],
  /** A parameter without a name was skipped. */
  parameterNameEmpty: [],
  /** The same parameter twice in one list: `name`. */
  parameterRepeated: ['name'],
  /** A parameter without Value, read as the empty string: `name`. */
  valueMissing: ['name'],
  /** A Value without xsi:type, read as a string: `name`. */
  typeMissing: ['name'],
  /** xsi:type in another form (no prefix, a length, misspelt): `found`, read as `type`. */
  typeForm: ['found', 'type'],
  /** xsi:type names no type we know, read as a string: `found`. */
  typeUnknown: ['found'],
  /** A value that does not fit its type, kept as text: `name`, `type`, `value`. */
  valueNotOfType: ['name', 'type', 'value'],
  /** A Writable flag or an attribute that cannot be read; the entry was skipped: `name`, `value`. */
  entrySkipped: ['name', 'value'],
  /** A field of DeviceId is missing or empty: `field`. */
  deviceIdIncomplete: ['field'],
  /** DeviceId is missing; it was taken from the parameters. */
  deviceIdFromParameters: [],
  /** OUI is not six hexadecimal digits: `value`. */
  ouiForm: ['value'],
  /** The Inform lists no event. */
  eventsMissing: [],
  /** An EventStruct without EventCode was skipped. */
  eventCodeMissing: [],
  /** EventCode straight inside Event. */
  eventWithoutStruct: [],
  /** A standard event misspelt: `found`, `expected`. */
  eventMisspelt: ['found', 'expected'],
  /** An event in no published form: `found`. */
  eventUnknown: ['found'],
  /** MaxEnvelopes is not 1: `value`. */
  maxEnvelopes: ['value'],
  /** CurrentTime is empty, or the box says it does not know it. */
  timeUnknown: [],
  /** CurrentTime has no zone: `value`. */
  timeWithoutZone: ['value'],
  /** CurrentTime shows a clock that was never set: `value`. */
  clockNotSet: ['value'],
  /** A time in no readable form: `field`, `value`. */
  timeInvalid: ['field', 'value'],
  /** A fault without its CWMP detail. */
  faultDetailMissing: [],
  /** The detail stands inside another element of the fault: `element`. */
  faultDetailMisplaced: ['element'],
  /** A fault without faultcode or faultstring: `field`. */
  faultFieldMissing: ['field'],
} as const satisfies Record<string, readonly string[]>

export type WarningCode = keyof typeof CODEC_WARNINGS

/** All codes, for the check that each has its words in every language. */
export const WARNING_CODES = Object.keys(CODEC_WARNINGS) as WarningCode[]

type Params = Record<string, string | number>

/** Records a deviation; `offset` counts characters of the decoded text. */
export type Warn = (code: WarningCode, offset?: number, params?: Params) => void

export interface WarningList {
  warn: Warn
  /** What was recorded, in order of first occurrence; offsets still count characters. */
  all(): CodecWarning[]
}

/** Examples quoted from a box are cut to this many characters. */
const EXAMPLE_LENGTH = 80

/** Collects warnings: one per code, so that a thousand untyped values are one warning with a count. */
export function createWarningList(): WarningList {
  const found = new Map<WarningCode, CodecWarning>()
  return {
    warn(code, offset, params = {}) {
      const known = found.get(code)
      if (known) {
        known.params.count = Number(known.params.count) + 1
        return
      }
      const warning: CodecWarning = { code, params: { ...shorten(params), count: 1 } }
      found.set(code, offset === undefined ? warning : { ...warning, offset })
    },
    all: () => [...found.values()],
  }
}

function shorten(params: Params): Params {
  const entries = Object.entries(params).map(([key, value]) =>
    typeof value === 'string' && value.length > EXAMPLE_LENGTH
      ? [key, `${value.slice(0, EXAMPLE_LENGTH)}…`]
      : [key, value],
  )
  return Object.fromEntries(entries)
}
