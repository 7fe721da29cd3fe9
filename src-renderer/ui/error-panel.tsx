import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { ErrorData } from '#shared/errors.ts'
import { useWords } from '../i18n/words.ts'
import { CopyIcon } from './copy-button.tsx'
import classes from './error-panel.module.css'
import { type RemedyContext, remedyAction } from './remedy-actions.ts'
import { useAction } from './use-action.ts'

interface ErrorPanelProps extends RemedyContext {
  error: ErrorData
  /** For what is no failure yet: a job that still waits. */
  isNotice?: boolean
  children?: React.ReactNode
}

/** An error beside what it is about: what happened, why, what to do, a button that does it, and the code to quote. */
export function ErrorPanel({ error, isNotice = false, children, ...context }: ErrorPanelProps) {
  const words = useWords()
  const action = remedyAction(error, context)
  const deed = useAction(async () => action?.run())
  const { title, cause, remedy } = words.error(error)
  // The label may speak of another port than the error does.
  const label = words.error({ ...error, params: { ...error.params, ...action?.labelParams } }).action
  const detail = error.params.detail ?? error.params.message
  return (
    <div className={classes.panel} role={isNotice ? 'status' : 'alert'} data-quiet={isNotice}>
      <IconAlertTriangle className={classes.icon} size={20} aria-hidden="true" />
      <div className={classes.body}>
        <div className={classes.title}>{title}</div>
        <div className={classes.cause}>{cause}</div>
        {detail !== undefined && <code className={classes.cause}>{String(detail)}</code>}
        {remedy !== '' && <div className={classes.remedy}>{remedy}</div>}
        {children}
        <div className={classes.foot}>
          {action && label !== '' && (
            <Button variant="default" loading={deed.isRunning} onClick={deed.run}>
              {label}
            </Button>
          )}
          <span className={classes.code}>
            <code>{error.code}</code>
            <CopyIcon value={JSON.stringify(error)} what={error.code} />
          </span>
        </div>
        {deed.error && <ErrorPanel error={deed.error} />}
      </div>
    </div>
  )
}
