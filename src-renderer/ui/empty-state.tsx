import type { Icon } from '@tabler/icons-react'
import classes from './empty-state.module.css'

interface EmptyStateProps {
  icon?: Icon
  title?: string
  text: string
  /** The one thing to do about it. */
  action?: React.ReactNode
}

/** What a place is for, why it is empty, and the one action. */
export function EmptyState({ icon: IconOfPlace, title, text, action }: EmptyStateProps) {
  return (
    <div className={classes.empty} data-compact={IconOfPlace === undefined}>
      {IconOfPlace && <IconOfPlace className={classes.icon} size={40} stroke={1.3} aria-hidden="true" />}
      {title !== undefined && <div className={classes.title}>{title}</div>}
      <p className={classes.text}>{text}</p>
      {action !== undefined && <div className={classes.action}>{action}</div>}
    </div>
  )
}
