import { Button } from '@mantine/core'
import { IconActivityHeartbeat, IconAlertTriangle, IconChartLine, IconPackageExport } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useStandingCount } from '../../stores/alarm-store.ts'
import { navigate } from '../../stores/route.ts'
import classes from './device.module.css'

/** What is wrong with the box, and the ways to find out why. */
export function EvidenceCard({ deviceId }: { deviceId: string }) {
  const { t } = useTranslation()
  const standing = useStandingCount(deviceId)
  return (
    <nav className={classes.actions} aria-label={t('collect.tabsLabel')}>
      <Button
        variant={standing > 0 ? 'light' : 'default'}
        {...(standing > 0 && { color: 'red' })}
        leftSection={<IconAlertTriangle size={15} />}
        onClick={() => navigate({ page: 'alarms', deviceId })}
      >
        {standing > 0 ? t('alarms.badge', { count: standing }) : t('alarms.title')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconActivityHeartbeat size={15} />}
        onClick={() => navigate({ page: 'diagnose', deviceId })}
      >
        {t('diagnose.title')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconChartLine size={15} />}
        onClick={() => navigate({ page: 'monitor', deviceId })}
      >
        {t('monitor.title')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconPackageExport size={15} />}
        onClick={() => navigate({ page: 'collect', deviceId })}
      >
        {t('collect.title')}
      </Button>
    </nav>
  )
}
