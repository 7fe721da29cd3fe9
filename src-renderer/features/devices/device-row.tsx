import { useTranslation } from 'react-i18next'
import type { Device } from '#shared/model/device.ts'
import { CopyIcon } from '../../ui/copy-button.tsx'
import { ShapeIcon } from '../../ui/shape.tsx'
import { DeviceStatusLabel } from '../../ui/state-label.tsx'
import { TimeAgo } from '../../ui/time-ago.tsx'
import classes from './devices.module.css'

const columns = ['status', 'model', 'serialNumber', 'address', 'softwareVersion', 'lastInform', 'events'] as const

/** The names of the columns. */
export function DeviceHeader() {
  const { t } = useTranslation()
  return (
    <div className={classes.row} role="row" data-header="true">
      {columns.map((column) => (
        <span key={column} role="columnheader">
          {t(`devices.columns.${column}`)}
        </span>
      ))}
    </div>
  )
}

/** One box; a newcomer flashes once. */
export function DeviceRow({ device, isNew }: { device: Device; isNew: boolean }) {
  const { t } = useTranslation()
  const { status, modelName, productClass, manufacturer, serialNumber, address, softwareVersion } = device
  return (
    <div className={classes.row} data-status={status} data-new={isNew}>
      <span role="gridcell">
        <DeviceStatusLabel status={status} />
      </span>
      <span role="gridcell" className={classes.model}>
        <strong>{modelName || productClass}</strong>
        {device.virtual && <span className={classes.tag}>{t('common.demo')}</span>}
        <span className={classes.maker}>{manufacturer}</span>
      </span>
      <span role="gridcell" className={classes.copyable}>
        <code>{serialNumber}</code>
        <CopyIcon value={serialNumber} what={t('devices.columns.serialNumber')} />
      </span>
      <span role="gridcell" className={classes.copyable}>
        <code>{address}</code>
        <CopyIcon value={address} what={t('devices.columns.address')} />
      </span>
      <span role="gridcell">{softwareVersion}</span>
      <span role="gridcell">
        <TimeAgo at={device.lastInformAt} />
      </span>
      <span role="gridcell" className={classes.events}>
        {device.inSession && (
          <span className={classes.session}>
            <ShapeIcon shape="half" tone="info" /> {t('devices.inSession')}
          </span>
        )}
        <span>{device.lastEvents.join(', ')}</span>
      </span>
    </div>
  )
}
