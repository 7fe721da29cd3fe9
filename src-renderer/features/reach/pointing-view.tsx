import { Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Neighbour } from '#shared/model/discovery.ts'
import type { PointingMethod } from '#shared/model/pointing.ts'
import { useField } from '../../stores/field-store.ts'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { useCall } from '../../ui/use-call.ts'
import { neighbourDetail, neighbourName } from '../neighbours/neighbour-rows.ts'
import { DhcpMethod } from './dhcp-method.tsx'
import { HandMethod } from './hand-method.tsx'
import { MethodCard } from './method-card.tsx'
import classes from './pointing.module.css'
import { Tr064Method } from './tr064-method.tsx'

const nobody: readonly Neighbour[] = []

/** The ways to make a box contact this laptop, from mild to strong. */
export function PointingView({ neighbourKey }: { neighbourKey?: string }) {
  const { t } = useTranslation()
  const neighbours = useField(({ discovery }) => discovery.neighbours) ?? nobody
  const [key, setKey] = useState<string | null>(neighbourKey ?? null)
  const chosen = neighbours.find((one) => one.key === key)
  const revision = useField(({ dhcp, discovery }) => `${dhcp.state} ${discovery.scope?.address} ${chosen?.services}`)
  const methods = useCall('pointing.methods', chosen ? { neighbourKey: chosen.key } : {}, revision)
  return (
    <>
      <div className={classes.top}>
        <p className={classes.intro}>{t('pointing.intro')}</p>
        <Select
          label={t('pointing.which')}
          placeholder={t('pointing.anyBox')}
          value={chosen?.key ?? null}
          data={neighbours.map((one) => ({
            value: one.key,
            label: [neighbourName(one), one.addresses[0] ?? one.mac, neighbourDetail(one)]
              .filter((part, at, all) => part !== '' && all.indexOf(part) === at)
              .join(' · '),
          }))}
          onChange={setKey}
          clearable
          clearButtonProps={{ 'aria-label': t('common.clear') }}
          nothingFoundMessage={t('discovery.empty')}
          className={classes.which}
        />
      </div>
      {methods.status === 'failed' && <ErrorPanel error={methods.error} retry={methods.refetch} />}
      {methods.status === 'ready' &&
        methods.value.map((method, index) => (
          <MethodCard key={method.id} method={method} step={index + 1}>
            <Method method={method} neighbour={chosen} />
          </MethodCard>
        ))}
    </>
  )
}

function Method({ method, neighbour }: { method: PointingMethod; neighbour: Neighbour | undefined }) {
  switch (method.id) {
    case 'hand':
      return <HandMethod maker={method.handSteps ?? 'generic'} />
    case 'tr064':
      return neighbour && method.isAvailable ? <Tr064Method key={neighbour.key} neighbourKey={neighbour.key} /> : null
    case 'dhcp':
      return <DhcpMethod isAvailable={method.isAvailable} />
  }
}
