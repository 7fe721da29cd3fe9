import { useId } from 'react'
import classes from './home.module.css'

interface StepCardProps {
  step: number
  title: string
  hint?: string
  actions?: React.ReactNode
  children: React.ReactNode
}

/** One of the three steps of the first screen. */
export function StepCard({ step, title, hint, actions, children }: StepCardProps) {
  const id = useId()
  return (
    <section className={classes.card} aria-labelledby={id}>
      <div className={classes.cardHead}>
        <span className={classes.step} aria-hidden="true">
          {step}
        </span>
        <div className={classes.cardTitles}>
          <h2 id={id}>{title}</h2>
          {hint !== undefined && <p className={classes.hint}>{hint}</p>}
        </div>
        {actions}
      </div>
      {children}
    </section>
  )
}
