import { rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Device } from '#shared/model/device.ts'
import { emptyMetadata, type Firmware, type FirmwareMetadata } from '#shared/model/firmware.ts'
import { configFileType } from '#shared/model/firmware-push.ts'
import type { BackupResult } from '#shared/model/provision.ts'

/** The part of the library that keeping a file needs. */
export interface ConfigFiles {
  add(path: string): Promise<Firmware>
  setMetadata(id: string, metadata: FirmwareMetadata): Firmware
}

/**
 * Moves the configuration file of a box out of a job's folder into the library, ready to be sent back (Download, file
 * type 3) to boxes of that model. The folder goes: the library has the file.
 */
export async function keepConfigFile(
  files: ConfigFiles,
  device: Device | undefined,
  { folder, fileName }: { folder: string; fileName: string },
): Promise<NonNullable<BackupResult['configFile']>> {
  const day = new Date().toISOString().slice(0, 10)
  const named = path.join(folder, `${device?.serialNumber.replaceAll(/[^\w-]/g, '_') ?? 'box'}-${day}.cfg`)
  await rename(path.join(folder, fileName), named)
  const added = await files.add(named)
  await rm(folder, { recursive: true, force: true })
  // The same content may be there already, with what a technician knows of it.
  if (added.metadata.fileType !== configFileType) files.setMetadata(added.id, metadataFor(device))
  return { firmwareId: added.id, fileName: added.fileName, sizeBytes: added.sizeBytes }
}

function metadataFor(device: Device | undefined): FirmwareMetadata {
  const model = device?.modelName || device?.productClass
  return {
    ...emptyMetadata,
    fileType: configFileType,
    models: model ? [model] : [],
    ouis: device ? [device.oui] : [],
  }
}
