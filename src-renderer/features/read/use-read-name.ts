import { useTranslation } from 'react-i18next'
import { readSetsIn } from '#shared/dictionary/read-sets.ts'
import type { DataModel } from '#shared/model/device.ts'
import { useFormat } from '../../i18n/format.ts'

/** What was read, in a few words: the names of the sets, or the number of paths. */
export function useReadName(paths: readonly string[], model: DataModel): string {
  const { t } = useTranslation()
  const format = useFormat()
  const sets = readSetsIn(paths, model)
  if (sets.length === 0) return t('read.what.paths', { count: paths.length })
  return format.list(sets.map((set) => t(`read.sets.${set}.name`)))
}
