import { IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './read.module.css'

const steps = ['box', 'what', 'values'] as const
export type ReadStep = (typeof steps)[number]

interface ReadStepsProps {
  current: ReadStep
  /** What was chosen in a step that is done. */
  summaries: Partial<Record<ReadStep, string>>
  /** Goes back to a step that is done. */
  onChange: (step: ReadStep) => void
}

/** Where the guided read stands: done steps say what was chosen and can be changed, later ones wait. */
export function ReadSteps({ current, summaries, onChange }: ReadStepsProps) {
  const { t } = useTranslation()
  const currentIndex = steps.indexOf(current)
  return (
    <ol className={classes.steps}>
      {steps.map((step, index) => {
        const isDone = index < currentIndex
        const content = (
          <>
            <span className={classes.stepNumber} aria-hidden="true">
              {isDone ? <IconCheck size={15} /> : index + 1}
            </span>
            <span className={classes.stepText}>
              <span className={classes.stepName}>{t(`read.steps.${step}`)}</span>
              {summaries[step] !== undefined && <span className={classes.stepSummary}>{summaries[step]}</span>}
            </span>
          </>
        )
        return (
          <li
            key={step}
            className={classes.step}
            data-state={isDone ? 'done' : index === currentIndex ? 'current' : 'later'}
          >
            {isDone ? (
              <button
                type="button"
                className={classes.stepBox}
                title={t('common.change')}
                onClick={() => onChange(step)}
              >
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
