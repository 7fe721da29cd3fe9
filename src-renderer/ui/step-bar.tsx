import { IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './step-bar.module.css'

interface StepBarProps<S extends string> {
  steps: readonly { id: S; name: string }[]
  current: S
  /** What was chosen in a step that is done. */
  summaries: Partial<Record<S, string>>
  /** Goes back to a step that is done; absent where nothing can be changed any more. */
  onChange?: (step: S) => void
}

/** Where a guided flow stands: done steps say what was chosen and can be changed, later ones wait. */
export function StepBar<S extends string>({ steps, current, summaries, onChange }: StepBarProps<S>) {
  const { t } = useTranslation()
  const currentIndex = steps.findIndex(({ id }) => id === current)
  return (
    <ol className={classes.steps}>
      {steps.map(({ id, name }, index) => {
        const isDone = index < currentIndex
        const content = (
          <>
            <span className={classes.stepNumber} aria-hidden="true">
              {isDone ? <IconCheck size={15} /> : index + 1}
            </span>
            <span className={classes.stepText}>
              <span className={classes.stepName}>{name}</span>
              {summaries[id] !== undefined && <span className={classes.stepSummary}>{summaries[id]}</span>}
            </span>
          </>
        )
        return (
          <li
            key={id}
            className={classes.step}
            data-state={isDone ? 'done' : index === currentIndex ? 'current' : 'later'}
          >
            {isDone && onChange ? (
              <button type="button" className={classes.stepBox} title={t('common.change')} onClick={() => onChange(id)}>
                {content}
              </button>
            ) : (
              <div className={classes.stepBox} aria-current={index === currentIndex ? 'step' : undefined}>
                {content}
              </div>
            )}
          </li>
        )
      })}
    </ol>
  )
}
