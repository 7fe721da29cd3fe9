import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { PointingMethod } from '#shared/model/pointing.ts'
import classes from './pointing.module.css'

interface MethodCardProps {
  method: PointingMethod
  step: number
  children: React.ReactNode
}

/** One way: what it changes, how it is undone, why it cannot be taken, and the way itself. */
export function MethodCard({ method: { id, isAvailable, reason }, step, children }: MethodCardProps) {
  const { t } = useTranslation()
  const titleId = useId()
  return (
    <section className={classes.method} aria-labelledby={titleId} data-available={isAvailable}>
      <div className={classes.methodHead}>
        <span className={classes.strength} aria-hidden="true">
          {step}
        </span>
        <h2 id={titleId}>{t(`pointing.methods.${id}.title`)}</h2>
        <span className={classes.strengthWord}>{t(`pointing.strengths.${id}`)}</span>
      </div>
      <dl className={classes.effects}>
        <div>
          <dt>{t('pointing.changes')}</dt>
          <dd>{t(`pointing.methods.${id}.changes`)}</dd>
        </div>
        <div>
          <dt>{t('pointing.undo')}</dt>
          <dd>{t(`pointing.methods.${id}.undo`)}</dd>
        </div>
      </dl>
      {reason !== null && (
        <p className={classes.reason} role="note">
          {t(`pointing.reasons.${reason}`)}
        </p>
      )}
      {children}
    </section>
  )
}
