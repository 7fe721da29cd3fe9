import type { Compatibility, CompatibilityReason, Firmware } from '#shared/model/firmware.ts'
import { carriesVersion } from '#shared/model/firmware-push.ts'
import { compareVersions } from './version-order.ts'

/** What is known of a box; empty strings and null where it never said. */
export interface FirmwareTarget {
  modelName: string
  productClass: string
  hardwareVersion: string
  oui: string
  softwareVersion: string
  /** Free space for the download; null where unknown. */
  freeBytes: number | null
}

const blocked = (
  code: CompatibilityReason['code'],
  params: CompatibilityReason['params'] = {},
): CompatibilityReason => ({ code, level: 'blocked', params })
const warning = (
  code: CompatibilityReason['code'],
  params: CompatibilityReason['params'] = {},
): CompatibilityReason => ({ code, level: 'warning', params })

/** Whether a text fits a pattern in which `*` is any text; case does not count. */
export function matchesPattern(text: string, pattern: string): boolean {
  const [first = '', ...rest] = pattern.toLowerCase().split('*')
  const value = text.toLowerCase()
  if (rest.length === 0) return value === first
  if (!value.startsWith(first)) return false
  const last = rest.pop() ?? ''
  let at = first.length
  for (const part of rest) {
    const found = value.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return value.length - last.length >= at && value.endsWith(last)
}

function fits(values: readonly string[], patterns: readonly string[]): boolean {
  return values.some((value) => value !== '' && patterns.some((pattern) => matchesPattern(value, pattern)))
}

/** Whether an image may go to a box, with all reasons against it, the gravest first. */
export function checkCompatibility(image: Firmware, box: FirmwareTarget): Compatibility {
  const reasons = [
    ...fileReasons(image),
    ...identityReasons(image, box),
    ...versionReasons(image, box),
    ...spaceReasons(image, box),
  ].sort((a, b) => Number(b.level === 'blocked') - Number(a.level === 'blocked'))
  const verdict = reasons.length === 0 ? 'allowed' : (reasons[0]?.level ?? 'warning')
  return { verdict, reasons }
}

function fileReasons({ sizeBytes, format, details, metadata }: Firmware): CompatibilityReason[] {
  if (sizeBytes === 0) return [blocked('emptyFile')]
  const reasons: CompatibilityReason[] = []
  if (details.headerCrcOk === false) reasons.push(blocked('damagedHeader', { format }))
  if (details.truncated === true) {
    const declared = typeof details.declaredBytes === 'number' ? { declaredBytes: details.declaredBytes } : {}
    reasons.push(blocked('truncated', { sizeBytes, ...declared }))
  }
  const isImageWanted = metadata.fileType.startsWith('1 ') || metadata.fileType.startsWith('6 ')
  if (isImageWanted && format === 'text') reasons.push(warning('notFirmware', { format }))
  return reasons
}

function identityReasons({ metadata }: Firmware, box: FirmwareTarget): CompatibilityReason[] {
  const { models, hardwareVersions, ouis } = metadata
  const model = box.modelName || box.productClass
  const reasons: CompatibilityReason[] = []
  if (models.length === 0) reasons.push(warning('unknownModel', { model }))
  else if (!fits([box.modelName, box.productClass], models)) {
    reasons.push(blocked('wrongModel', { model, wanted: models.join(', ') }))
  }
  if (hardwareVersions.length > 0 && !fits([box.hardwareVersion], hardwareVersions)) {
    reasons.push(blocked('wrongHardware', { hardware: box.hardwareVersion, wanted: hardwareVersions.join(', ') }))
  }
  if (ouis.length > 0 && !fits([box.oui], ouis)) {
    reasons.push(blocked('wrongOui', { oui: box.oui, wanted: ouis.join(', ') }))
  }
  return reasons
}

function versionReasons({ metadata }: Firmware, box: FirmwareTarget): CompatibilityReason[] {
  const [from, to] = [box.softwareVersion, metadata.version]
  const reasons: CompatibilityReason[] = []
  if (metadata.fromVersions.length > 0 && !fits([from], metadata.fromVersions)) {
    reasons.push(blocked('wrongFromVersion', { from, wanted: metadata.fromVersions.join(', ') }))
  }
  if (!carriesVersion(metadata.fileType)) return reasons
  if (from === '' || to === '') return [...reasons, warning('unknownVersion', { from, to })]
  const order = compareVersions(to, from)
  if (from === to || order === 0) reasons.push(warning('sameVersion', { from, to }))
  else if (order === null) reasons.push(warning('otherBranch', { from, to }))
  else if (order < 0) reasons.push(warning('downgrade', { from, to }))
  return reasons
}

function spaceReasons({ sizeBytes }: Firmware, { freeBytes }: FirmwareTarget): CompatibilityReason[] {
  return freeBytes !== null && freeBytes < sizeBytes ? [blocked('tooLarge', { sizeBytes, freeBytes })] : []
}
