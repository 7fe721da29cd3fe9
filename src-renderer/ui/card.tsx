import { useId } from 'react'
import classes from './card.module.css'

interface CardProps {
  title?: string
  hint?: React.ReactNode
  actions?: React.ReactNode
  children: React.ReactNode
}

/** A titled part of a page. */
export function Card({ title, hint, actions, children }: CardProps) {
  const id = useId()
  return (
    <section className={classes.card} aria-labelledby={title === undefined ? undefined : id}>
      {title !== undefined && (
        <div className={classes.head}>
          <h2 className={classes.title} id={id}>
            {title}
          </h2>
          {actions}
          {hint !== undefined && <p className={classes.hint}>{hint}</p>}
        </div>
      )}
      {children}
    </section>
  )
}
