import { IconDeviceTv, IconHelpCircle, IconRouter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Neighbour } from '#shared/model/discovery.ts'
import { CopyIcon } from '../../ui/copy-button.tsx'
import { TimeAgo } from '../../ui/time-ago.tsx'
import { neighbourDetail, neighbourName } from './neighbour-rows.ts'
import classes from './neighbours.module.css'
import { NextStepButton } from './next-step-button.tsx'
import { SourceTags } from './source-tags.tsx'

const columns = ['who', 'address', 'sources', 'lastSeen', 'next'] as const

const kindIcons = { box: IconDeviceTv, router: IconRouter, unknown: IconHelpCircle } as const

/** The names of the columns. */
export function NeighbourHeader() {
  const { t } = useTranslation()
  return (
    <div className={classes.row} role="row" data-header="true">
      {columns.map((column) => (
        <span key={column} role="columnheader">
          {t(`discovery.columns.${column}`)}
        </span>
      ))}
    </div>
  )
}

interface NeighbourRowProps {
  neighbour: Neighbour
  isNew: boolean
  onIdentify: () => void
}

/** One machine on the wire; a newcomer flashes once. */
export function NeighbourRow({ neighbour, isNew, onIdentify }: NeighbourRowProps) {
  const { t } = useTranslation()
  const { addresses, mac, kind, lastSeenAt } = neighbour
  const [address] = addresses
  const KindIcon = kindIcons[kind]
  return (
    <div className={classes.row} data-new={isNew}>
      <span role="gridcell" className={classes.who}>
        <KindIcon size={20} stroke={1.5} aria-label={t(`discovery.kinds.${kind}`)} role="img" />
        <span className={classes.lines}>
          <strong>{neighbourName(neighbour)}</strong>
          <span className={classes.soft}>{neighbourDetail(neighbour) || t(`discovery.kinds.${kind}`)}</span>
        </span>
      </span>
      <span role="gridcell" className={classes.lines}>
        {address === undefined ? (
          <span className={classes.soft}>{t('discovery.noAddress')}</span>
        ) : (
          <span className={classes.copyable}>
            <code title={addresses.join(', ')}>{address}</code>
            {addresses.length > 1 && <span className={classes.soft}>+{addresses.length - 1}</span>}
            <CopyIcon value={address} what={t('devices.columns.address')} />
          </span>
        )}
        {mac !== '' && (
          <span className={classes.copyable}>
            <code className={classes.soft}>{mac}</code>
            <CopyIcon value={mac} what={t('discovery.mac')} />
          </span>
        )}
      </span>
      <span role="gridcell">
        <SourceTags neighbour={neighbour} />
      </span>
      <span role="gridcell">
        <TimeAgo at={lastSeenAt} />
      </span>
      <span role="gridcell">
        <NextStepButton neighbour={neighbour} onIdentify={onIdentify} />
      </span>
    </div>
  )
}
