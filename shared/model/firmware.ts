import { z } from 'zod'

/** What the header of a file shows it to be; `plain` where nothing is known of it, `text` for configuration and the like. */
export const FirmwareFormat = z.enum([
  'uImage',
  'fit',
  'trx',
  'squashfs',
  'ubi',
  'ubifs',
  'jffs2',
  'elf',
  'androidBoot',
  'androidOta',
  'apk',
  'zip',
  'gzip',
  'xz',
  'bzip2',
  'tar',
  'text',
  'plain',
])
export type FirmwareFormat = z.infer<typeof FirmwareFormat>

/** Facts read from a header, worded under `firmware.details.<name>`. */
export const FirmwareDetails = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
export type FirmwareDetails = z.infer<typeof FirmwareDetails>

const Patterns = z.array(z.string().trim().min(1).max(128)).max(100)

/**
 * What the technician knows of an image, entered once. Lists hold patterns in which `*` stands for any text, compared
 * without regard to case; an empty list says nothing.
 */
export const FirmwareMetadata = z.strictObject({
  /** Fits the model name or the product class. */
  models: Patterns,
  hardwareVersions: Patterns,
  ouis: Patterns,
  /** The version a box reports after the update; empty where unknown. */
  version: z.string().trim().max(128),
  /** Versions from which this image may be installed. */
  fromVersions: Patterns,
  /** File type of the Download RPC (spec/02 2.5). */
  fileType: z.string().max(64),
  note: z.string().max(2000),
})
export type FirmwareMetadata = z.infer<typeof FirmwareMetadata>

export const emptyMetadata: FirmwareMetadata = {
  models: [],
  hardwareVersions: [],
  ouis: [],
  version: '',
  fromVersions: [],
  fileType: '1 Firmware Upgrade Image',
  note: '',
}

/** A file of the library. The id is its SHA-256: the same content is the same file. */
export const Firmware = z.object({
  id: z.string(),
  fileName: z.string(),
  sizeBytes: z.number().int(),
  sha256: z.string(),
  format: FirmwareFormat,
  details: FirmwareDetails,
  metadata: FirmwareMetadata,
  /** ISO 8601 in UTC. */
  addedAt: z.string(),
})
export type Firmware = z.infer<typeof Firmware>

/** Why an image may or may not go to a box, worded under `firmware.reasons.<code>`. */
export const CompatibilityReason = z.object({
  code: z.enum([
    'wrongModel',
    'wrongHardware',
    'wrongOui',
    'wrongFromVersion',
    'damagedHeader',
    'truncated',
    'tooLarge',
    'emptyFile',
    'sameVersion',
    'downgrade',
    'otherBranch',
    'unknownVersion',
    'unknownModel',
    'notFirmware',
  ]),
  level: z.enum(['warning', 'blocked']),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type CompatibilityReason = z.infer<typeof CompatibilityReason>

/** `blocked` wants a typed override; the verdict is that of the gravest reason. */
export const Compatibility = z.object({
  verdict: z.enum(['allowed', 'warning', 'blocked']),
  reasons: z.array(CompatibilityReason),
})
export type Compatibility = z.infer<typeof Compatibility>
