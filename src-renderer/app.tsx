import { MantineProvider } from '@mantine/core'
import { FatalPage } from './features/shell/fatal-page.tsx'
import { LiveLanguage } from './features/shell/live-language.tsx'
import { Shell } from './features/shell/shell.tsx'
import { useAppStore } from './stores/app-store.ts'
import { fatalError } from './system.ts'
import { theme } from './theme/theme.ts'

/** The whole window: the shell once the core's state is there, or why it is not. */
export function App() {
  const colorScheme = useAppStore((store) => (store.status === 'ready' ? store.app.settings.theme : 'system'))
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      {...(colorScheme !== 'system' && { forceColorScheme: colorScheme })}
    >
      <LiveLanguage />
      <Content />
    </MantineProvider>
  )
}

function Content() {
  const store = useAppStore()
  const fatal = fatalError()
  if (fatal) return <FatalPage error={fatal} />
  switch (store.status) {
    case 'connecting':
      return null
    case 'failed':
      return <FatalPage error={store.error} />
    case 'ready':
      return <Shell />
  }
}
