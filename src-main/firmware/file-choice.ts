import { AppError } from '#shared/errors.ts'

/** FileSize of Download is an unsignedInt (TR-069 A.3.2.8). */
const maxSizeBytes = 2 ** 32 - 1

/** What a desktop holds beside the image: programs, shortcuts, documents. Images themselves have any ending or none. */
const foreign = /\.(?:exe|msi|lnk|url|bat|cmd|ps1|dmg|app|docx?|xlsx?|pptx?|pdf|jpe?g|png|gif|mp[34]|mkv|iso)$/i

/** Refuses what cannot be meant: FIRMWARE_WRONG_KIND by its ending, FIRMWARE_TOO_LARGE for what no Download can announce. */
export function checkFileChoice(fileName: string, sizeBytes: number): void {
  if (foreign.test(fileName)) throw new AppError('FIRMWARE_WRONG_KIND', { fileName })
  if (sizeBytes > maxSizeBytes) throw new AppError('FIRMWARE_TOO_LARGE', { fileName, sizeBytes, maxSizeBytes })
}
