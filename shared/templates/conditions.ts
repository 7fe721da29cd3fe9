import type { Device } from '../model/device.ts'
import type { DeviceCondition } from '../model/template.ts'

/** The facts of a box that conditions and placeholders may use. */
export type DeviceFacts = Pick<
  Device,
  | 'manufacturer'
  | 'oui'
  | 'productClass'
  | 'serialNumber'
  | 'modelName'
  | 'hardwareVersion'
  | 'softwareVersion'
  | 'dataModel'
>

const patternFields = [
  'manufacturer',
  'oui',
  'productClass',
  'modelName',
  'hardwareVersion',
  'softwareVersion',
] as const

/** Whether a box is meant by a condition. */
export function isMeant(condition: DeviceCondition, device: DeviceFacts): boolean {
  const { dataModel, softwareFrom, softwareBelow } = condition
  return (
    patternFields.every((field) => condition[field]?.some((pattern) => fitsPattern(device[field], pattern)) ?? true) &&
    (dataModel?.includes(device.dataModel) ?? true) &&
    (softwareFrom === undefined || compareVersions(device.softwareVersion, softwareFrom) >= 0) &&
    (softwareBelow === undefined || compareVersions(device.softwareVersion, softwareBelow) < 0)
  )
}

/** Whether a text fits a pattern with `*` for anything, in any case. */
export function fitsPattern(text: string, pattern: string): boolean {
  const parts = pattern.toLowerCase().split('*')
  const lower = text.toLowerCase()
  const [first = '', ...rest] = parts
  const last = rest.pop()
  if (last === undefined) return lower === first
  if (!lower.startsWith(first) || !lower.endsWith(last) || lower.length < first.length + last.length) return false
  let from = first.length
  const end = lower.length - last.length
  for (const part of rest) {
    const at = lower.indexOf(part, from)
    if (at < 0 || at + part.length > end) return false
    from = at + part.length
  }
  return true
}

/** Compares versions as people read them: numbers by their size, the rest letter by letter. */
export function compareVersions(a: string, b: string): number {
  const left = piecesOf(a)
  const right = piecesOf(b)
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const one = left[index] ?? ''
    const other = right[index] ?? ''
    if (one === other) continue
    if (/^\d/.test(one) && /^\d/.test(other)) {
      const difference = Number(one) - Number(other)
      if (difference !== 0) return difference
    } else return one < other ? -1 : 1
  }
  return 0
}

function piecesOf(version: string): string[] {
  return version.toLowerCase().match(/\d+|[a-z]+/g) ?? []
}
