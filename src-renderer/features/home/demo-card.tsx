import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconDeviceTv, IconRouter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { call } from '../../api.ts'
import { useApp } from '../../stores/app-store.ts'
import { Card } from '../../ui/card.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { useAction } from '../../ui/use-action.ts'
import classes from './home.module.css'
import { startDemoBox } from './start-demo-box.ts'

async function stopAll(): Promise<void> {
  await call('virtual.stop', {})
}

/** Boxes for those who have none at hand: for training, and to see that the app works. */
export function DemoCard() {
  const { t } = useTranslation()
  const running = useApp((app) => app.virtualBoxes.length)
  const start = useAction(startDemoBox)
  const stop = useAction(stopAll)
  const error = start.error ?? stop.error
  return (
    <Card title={t('home.demo.title')} hint={t('home.demo.hint')}>
      <div className={classes.demo}>
        <Button leftSection={<IconDeviceTv size={16} />} loading={start.isRunning} onClick={() => start.run('stb')}>
          {t('home.demo.stb')}
        </Button>
        <Button variant="default" leftSection={<IconRouter size={16} />} onClick={() => start.run('gateway')}>
          {t('home.demo.gateway')}
        </Button>
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default" px="xs" aria-label={t('home.demo.more')}>
              <IconChevronDown size={16} />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => start.run('gateway181')}>{t('home.demo.gateway181')}</Menu.Item>
            <Menu.Item onClick={() => start.run('gateway098')}>{t('home.demo.gateway098')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
      {running > 0 && (
        <div className={classes.running}>
          <span>{t('home.demo.running', { count: running })}</span>
          <Button variant="subtle" size="compact-xs" loading={stop.isRunning} onClick={stop.run}>
            {t('home.demo.stopAll')}
          </Button>
        </div>
      )}
      {error && <ErrorPanel error={error} />}
    </Card>
  )
}
