import { useTranslation } from 'react-i18next'
import type { Neighbour } from '#shared/model/discovery.ts'
import classes from './neighbours.module.css'

/** How a neighbour was noticed, as small tags; what each means is its tooltip. */
export function SourceTags({ neighbour: { sources } }: { neighbour: Neighbour }) {
  const { t } = useTranslation()
  return (
    <span className={classes.tags}>
      {sources.map((source) => (
        <span key={source} className={classes.tag} title={t(`discovery.sourceMeanings.${source}`)}>
          {t(`discovery.sources.${source}`)}
        </span>
      ))}
    </span>
  )
}
