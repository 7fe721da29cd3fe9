import { type DiagnosticKind, DiagnosticTest } from '#shared/model/diagnose.ts'

/** Tests that every data model has an object for, and those of operators' set-top boxes. */
export const standardKinds = ['ping', 'traceRoute', 'lookup', 'download', 'upload'] as const satisfies DiagnosticKind[]
export const vendorKinds = ['tcpConnect', 'bandwidth', 'play'] as const satisfies DiagnosticKind[]

/** Names under `diagnose.fields`. */
type FieldLabel =
  | 'host'
  | 'name'
  | 'server'
  | 'url'
  | 'playUrl'
  | 'count'
  | 'tries'
  | 'maxHops'
  | 'sizeBytes'
  | 'sizeMegabytes'
  | 'timeoutMs'
  | 'dscp'

export interface TestField {
  /** Of the test's own shape. */
  name: string
  label: FieldLabel
  /** Entered times this is what the test takes. */
  scale?: number
  isNumber?: boolean
  isRequired?: boolean
  isAdvanced?: boolean
  /** What an empty field means, under `diagnose.fields`. */
  empty?: 'thisPc' | 'ownServer' | 'ownFarEnd'
}

const number = (name: string, label: FieldLabel, isAdvanced = true): TestField => ({
  name,
  label,
  isNumber: true,
  isAdvanced,
})
const host: TestField = { name: 'host', label: 'host', empty: 'thisPc' }
const url: TestField = { name: 'url', label: 'url', empty: 'ownFarEnd' }
const megabytes: TestField = { name: 'sizeBytes', label: 'sizeMegabytes', isNumber: true, scale: 1024 ** 2 }

/** What the form of each test asks, the usual first. */
export const testFields: Record<DiagnosticKind, readonly TestField[]> = {
  ping: [
    host,
    number('count', 'count', false),
    number('sizeBytes', 'sizeBytes'),
    number('timeoutMs', 'timeoutMs'),
    number('dscp', 'dscp'),
  ],
  traceRoute: [
    host,
    number('maxHops', 'maxHops', false),
    number('tries', 'tries'),
    number('sizeBytes', 'sizeBytes'),
    number('timeoutMs', 'timeoutMs'),
  ],
  lookup: [
    { name: 'name', label: 'name', isRequired: true },
    { name: 'server', label: 'server', empty: 'ownServer' },
    number('count', 'count'),
    number('timeoutMs', 'timeoutMs'),
  ],
  download: [url, megabytes],
  upload: [url, megabytes],
  tcpConnect: [],
  bandwidth: [url, megabytes],
  play: [{ name: 'url', label: 'playUrl', isRequired: true }],
}

/** What stands in the fields of a test, by field name. */
export type FieldTexts = Readonly<Record<string, string>>

/** A name to look up that answers everywhere. */
const likelyName = 'www.baidu.com'

/** The fields as they stand before anything is entered: the test's own defaults, or those of an earlier test. */
export function initialTexts(kind: DiagnosticKind, earlier?: DiagnosticTest): FieldTexts {
  const filled = kind === 'lookup' ? { name: likelyName } : kind === 'play' ? { url: 'udp://' } : {}
  const test: Record<string, unknown> = earlier ?? DiagnosticTest.parse({ kind, ...filled })
  return Object.fromEntries(
    testFields[kind].map(({ name, scale = 1, isNumber }) => {
      const value = test[name]
      if (kind === 'play' && earlier === undefined) return [name, '']
      return [name, isNumber ? String(Number(value) / scale) : String(value ?? '')]
    }),
  )
}

/** The test that the fields describe, or the names of the fields that are wrong. */
export function toTest(kind: DiagnosticKind, texts: FieldTexts): { test: DiagnosticTest } | { wrong: string[] } {
  const input = Object.fromEntries(
    testFields[kind].map(({ name, scale = 1, isNumber }) => {
      const text = (texts[name] ?? '').trim()
      return [name, isNumber ? (text === '' ? Number.NaN : Math.round(Number(text) * scale)) : text]
    }),
  )
  const parsed = DiagnosticTest.safeParse({ kind, ...input })
  if (parsed.success) return { test: parsed.data }
  return { wrong: parsed.error.issues.map(({ path }) => String(path[0])) }
}

/** What a test is directed at; empty where that is this PC or the box's own choice. */
export function targetOf(test: DiagnosticTest): string {
  switch (test.kind) {
    case 'ping':
    case 'traceRoute':
      return test.host
    case 'lookup':
      return test.name
    case 'download':
    case 'upload':
    case 'bandwidth':
    case 'play':
      return test.url
    case 'tcpConnect':
      return ''
  }
}
