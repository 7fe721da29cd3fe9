import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ShortcutSheet } from '../../keyboard/shortcut-sheet.tsx'
import { useShortcut } from '../../keyboard/use-shortcut.ts'
import { goBack, navigate, useRoute } from '../../stores/route.ts'
import { CloseGuard } from '../changes/leave-guard.tsx'
import { PageView } from '../pages.tsx'
import { HandOverGuard } from '../reach/hand-over-guard.tsx'
import { AdapterNotice } from './adapter-notice.tsx'
import { CommandPalette } from './command-palette.tsx'
import { PageBoundary } from './page-boundary.tsx'
import { Rail } from './rail.tsx'
import { sections } from './sections.ts'
import classes from './shell.module.css'
import { StatusBar } from './status-bar.tsx'
import { TopBar } from './top-bar.tsx'

type Overlay = 'none' | 'palette' | 'sheet'

/** The frame around every page: sections, adapter, status, and what keys open. */
export function Shell() {
  const { t } = useTranslation()
  const route = useRoute()
  const [overlay, setOverlay] = useState<Overlay>('none')
  // A page that only turns to another of its tabs stays, and with it the focus.
  const routeKey = JSON.stringify(route, (name, value: unknown) => (name === 'tab' ? undefined : value))

  useShortcut('palette', () => setOverlay('palette'))
  useShortcut('sheet', () => setOverlay('sheet'))
  useShortcut('back', goBack)
  useShortcut('section', (event) => {
    const section = sections[Number(event.key) - 1]
    if (section) navigate({ page: section.id })
  })

  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#content">
        {t('shell.skipToContent')}
      </a>
      <Rail />
      <TopBar onOpenPalette={() => setOverlay('palette')} onOpenSheet={() => setOverlay('sheet')} />
      <AdapterNotice />
      <main className={classes.main} id="content" tabIndex={-1}>
        <PageBoundary key={routeKey}>
          <PageView route={route} />
        </PageBoundary>
      </main>
      <StatusBar />
      <CloseGuard />
      <HandOverGuard />
      <CommandPalette
        isOpen={overlay === 'palette'}
        onClose={() => setOverlay('none')}
        onOpenSheet={() => setOverlay('sheet')}
      />
      <ShortcutSheet isOpen={overlay === 'sheet'} onClose={() => setOverlay('none')} />
    </div>
  )
}
