import { Checkbox } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Device } from '#shared/model/device.ts'
import type { Compatibility, Firmware } from '#shared/model/firmware.ts'
import { carriesVersion } from '#shared/model/firmware-push.ts'
import { type Shape, ShapeIcon, type Tone } from '../../ui/shape.tsx'
import { DeviceStatusLabel } from '../../ui/state-label.tsx'
import { deviceName } from '../device/device-name.ts'
import classes from './firmware.module.css'
import { usePushWords } from './use-push-words.ts'

const looks: Record<Compatibility['verdict'], { shape: Shape; tone: Tone }> = {
  allowed: { shape: 'check', tone: 'ok' },
  warning: { shape: 'triangle', tone: 'warn' },
  blocked: { shape: 'cross', tone: 'bad' },
}

interface BoxOptionProps {
  device: Device
  firmware: Firmware
  check: Compatibility | undefined
  isChosen: boolean
  onToggle: () => void
}

/** One box to choose, with its version and every reason that the check has. */
export function BoxOption({ device, firmware, check, isChosen, onToggle }: BoxOptionProps) {
  const { t } = useTranslation()
  const words = usePushWords()
  const id = useId()
  return (
    <li className={classes.row} data-chosen={isChosen}>
      <div className={classes.boxLine}>
        <Checkbox id={id} checked={isChosen} onChange={onToggle} />
        <span className={classes.boxText}>
          <label htmlFor={id} className={classes.boxName}>
            {deviceName(device)}
          </label>
          <span className={classes.facts}>
            <DeviceStatusLabel status={device.status} />
            <span>{device.address}</span>
          </span>
        </span>
        <span className={classes.versions}>
          <span>{device.softwareVersion || t('firmware.confirm.unknownVersion')}</span>
          {carriesVersion(firmware.metadata.fileType) && (
            <>
              <IconArrowRight size={14} aria-hidden="true" className={classes.soft} />
              <strong>{firmware.metadata.version || t('firmware.confirm.unknownVersion')}</strong>
            </>
          )}
        </span>
        <span className={classes.check}>
          {check && (
            <span className={classes.badge} data-verdict={check.verdict}>
              <ShapeIcon {...looks[check.verdict]} />
              {t(`firmware.verdictOfCheck.${check.verdict}`)}
            </span>
          )}
        </span>
      </div>
      {check && check.reasons.length > 0 && (
        <ul className={classes.reasons}>
          {check.reasons.map((reason) => (
            <li key={reason.code} data-level={reason.level}>
              {words.reason(reason)}
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}
