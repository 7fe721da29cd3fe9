import { Button } from '@mantine/core'
import { IconRadar2 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useField } from '../../stores/field-store.ts'
import { navigate } from '../../stores/route.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import classes from './radar.module.css'
import { RadarList } from './radar-list.tsx'

/** Why a box does not appear: how far each address got. */
export function RadarView() {
  const { t } = useTranslation()
  const count = useField(({ radar }) => radar.length) ?? 0
  const scope = useField(({ discovery }) => discovery.scope)
  if (count === 0) {
    return (
      <EmptyState
        icon={IconRadar2}
        title={t('radar.title')}
        text={scope === null ? t('discovery.noScope') : t('radar.empty')}
        action={
          scope === null ? (
            <Button onClick={() => navigate({ page: 'home' })}>{t('remedies.chooseAdapter.action')}</Button>
          ) : (
            <Button onClick={() => navigate({ page: 'reach', tab: 'check' })}>{t('reach.openCheck')}</Button>
          )
        }
      />
    )
  }
  return (
    <>
      <p className={classes.soft}>{t('radar.intro')}</p>
      <RadarList />
    </>
  )
}
