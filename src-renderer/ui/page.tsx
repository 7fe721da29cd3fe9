import { ActionIcon, Tooltip } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { goBack } from '../stores/route.ts'
import classes from './page.module.css'

interface PageProps {
  title: string
  subtitle?: React.ReactNode
  actions?: React.ReactNode
  /** A page below a section gets a button that leads back. */
  canGoBack?: boolean
  /** The page itself does not scroll: its lists do. */
  isFixed?: boolean
  children: React.ReactNode
}

/** The frame of every page; its heading takes the focus when the page opens. */
export function Page({ title, subtitle, actions, canGoBack = false, isFixed = false, children }: PageProps) {
  const { t } = useTranslation()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <div className={classes.page}>
      <header className={classes.header}>
        {canGoBack && (
          <Tooltip label={t('common.back')}>
            <ActionIcon size="md" aria-label={t('common.back')} onClick={goBack}>
              <IconArrowLeft size={18} />
            </ActionIcon>
          </Tooltip>
        )}
        <div className={classes.titles}>
          <h1 className={classes.title} ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {subtitle !== undefined && <div className={classes.subtitle}>{subtitle}</div>}
        </div>
        {actions !== undefined && <div className={classes.actions}>{actions}</div>}
      </header>
      <div className={classes.body} data-fixed={isFixed}>
        {isFixed ? children : <div className={classes.width}>{children}</div>}
      </div>
    </div>
  )
}
