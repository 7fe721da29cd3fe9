import { useTranslation } from 'react-i18next'
import type { CompatibilityReason, FirmwareDetails } from '#shared/model/firmware.ts'
import { type Explanation, PushVerdict, type TimelineEntry } from '#shared/model/firmware-push.ts'
import { useFormat } from '../../i18n/format.ts'
import { dynamic } from '../../i18n/words.ts'
import { fileTypeIdOf } from './file-types.ts'

/** Words for the codes of files, checks and pushes. */
export function usePushWords() {
  const { t } = useTranslation()
  const format = useFormat()

  function timeline({ step, params }: TimelineEntry): string {
    const verdict = PushVerdict.safeParse(params.verdict)
    const worded = verdict.success ? { verdict: t(`firmware.verdicts.${verdict.data}`) } : {}
    return dynamic(t, [`firmware.timeline.${step}`], { ...params, ...worded })
  }

  function detail(name: string, value: FirmwareDetails[string]): { name: string; value: string } {
    const text =
      typeof value === 'boolean'
        ? value
          ? t('firmware.file.yes')
          : t('firmware.file.no')
        : name.endsWith('At')
          ? format.dateTime(String(value))
          : String(value)
    return { name: dynamic(t, [`firmware.details.${name}`]), value: text }
  }

  function fileType(type: string): string {
    const id = fileTypeIdOf(type)
    return id === undefined ? type : t(`firmware.fileTypes.${id}`)
  }

  return {
    timeline,
    detail,
    fileType,
    reason: ({ code, params }: CompatibilityReason): string => dynamic(t, [`firmware.reasons.${code}`], params),
    explanation: ({ code, params }: Explanation): string => dynamic(t, [`firmware.explanations.${code}`], params),
  }
}
