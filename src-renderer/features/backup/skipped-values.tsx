import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { lastNameOf } from '#shared/cwmp/paths.ts'
import type { SkippedValue } from '#shared/model/provision.ts'
import { ParameterName } from '../changes/parameter-name.tsx'
import { overridable } from './plan-rows.ts'
import classes from './restore.module.css'

interface SkippedValuesProps {
  skipped: readonly SkippedValue[]
  /** Takes a value that only a rule of ours left out. */
  onForce?: (name: string) => void
}

/** What a restore leaves out, by reason. */
export function SkippedValues({ skipped, onForce }: SkippedValuesProps) {
  const { t } = useTranslation()
  if (skipped.length === 0) return null
  const reasons = [...new Set(skipped.map(({ reason }) => reason))]
  return (
    <details className={classes.skipped}>
      <summary>{t('restore.skipped.title', { count: skipped.length })}</summary>
      <div className={classes.reasons}>
        {reasons.map((reason) => (
          <section key={reason} aria-label={t(`restore.reasons.${reason}`)}>
            <h3 className={classes.reason}>{t(`restore.reasons.${reason}`)}</h3>
            <ul className={classes.left}>
              {skipped
                .filter((value) => value.reason === reason)
                .map(({ name }) => (
                  <li key={name}>
                    <div>
                      <ParameterName path={name} />
                    </div>
                    {onForce && overridable.has(reason) && (
                      <Button
                        variant="subtle"
                        size="compact-xs"
                        aria-label={t('restore.skipped.anyway', { what: lastNameOf(name) })}
                        onClick={() => onForce(name)}
                      >
                        {t('restore.skipped.force')}
                      </Button>
                    )}
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
    </details>
  )
}
