import { csvRow } from '#shared/csv.ts'
import type { MaskChoice, MaskKind } from '#shared/model/collect.ts'
import type { ParameterValue } from '#shared/model/parameter.ts'
import { mask as maskText } from '../util/secret-names.ts'
import { kindOfParameter } from './redact.ts'

/** Parameters as CSV (RFC 4180, UTF-8 with a mark so that spreadsheets read Chinese), secrets masked by their names. */
export function* parametersCsv(
  values: readonly ParameterValue[],
  mask: MaskChoice,
  onMasked?: (kind: MaskKind, row: string) => void,
): Generator<string> {
  yield `\ufeff${csvRow(['name', 'value', 'type'])}`
  for (const { name, value, type } of values) {
    const kind = kindOfParameter(name)
    if (kind === null || !mask[kind] || value === '') yield csvRow([name, value, type])
    else {
      onMasked?.(kind, `${name} = ${maskText}`)
      yield csvRow([name, maskText, type])
    }
  }
}
