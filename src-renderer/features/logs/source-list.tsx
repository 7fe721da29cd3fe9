import { useTranslation } from 'react-i18next'
import type { LogSource } from '#shared/model/log-view.ts'
import { useFormat } from '../../i18n/format.ts'
import { useApp } from '../../stores/app-store.ts'
import { deviceName } from '../device/device-name.ts'
import classes from './logs.module.css'

interface SourceListProps {
  sources: readonly LogSource[]
  openPaths: readonly string[]
  onOpen: (path: string) => void
}

/** The logs on this PC, by where they came from. */
export function SourceList({ sources, openPaths, onOpen }: SourceListProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const devices = useApp((app) => app.devices)
  if (sources.length === 0) return <p className={classes.soft}>{t('logs.none')}</p>
  const boxOf = (id: string | null) => {
    const device = id === null ? undefined : devices[id]
    return device ? deviceName(device) : ''
  }
  return (
    <nav className={classes.sources} aria-label={t('logs.sources')}>
      {(['collected', 'live'] as const).map((kind) => {
        const own = sources.filter((source) => source.kind === kind)
        if (own.length === 0) return null
        return (
          <section key={kind}>
            <h3>{t(`logs.${kind}`)}</h3>
            <ul>
              {own.map(({ path, name, deviceId, sizeBytes, modifiedAt }) => (
                <li key={path}>
                  <button
                    type="button"
                    className={classes.source}
                    data-open={openPaths.includes(path)}
                    disabled={openPaths.includes(path)}
                    onClick={() => onOpen(path)}
                  >
                    <code>{name}</code>
                    <span className={classes.soft}>{boxOf(deviceId)}</span>
                    <span className={classes.soft}>
                      {format.bytes(sizeBytes)} · {format.dateTime(modifiedAt)}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </nav>
  )
}
