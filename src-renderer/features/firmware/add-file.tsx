import { Button, Progress } from '@mantine/core'
import { IconFileUpload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Firmware } from '#shared/model/firmware.ts'
import { call } from '../../api.ts'
import { usePushStore } from '../../stores/push-store.ts'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { useAction } from '../../ui/use-action.ts'
import classes from './firmware.module.css'

/** Where a file comes in: dropped, or chosen in the system's dialog. It is copied, hashed and recognised. */
export function AddFile({ onAdded }: { onAdded: (firmware: Firmware) => void }) {
  const { t } = useTranslation()
  const [isOver, setOver] = useState(false)
  const adding = usePushStore((store) => store.adding)
  const add = useAction(async (getPaths: () => Promise<string[]>) => {
    for (const path of await getPaths()) onAdded(await call('firmware.add', { path }))
  })
  const choose = () => add.run(() => window.fieldacs.chooseFiles())

  return (
    <>
      <section
        aria-label={t('firmware.library.drop')}
        className={classes.drop}
        data-over={isOver}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          const files = [...event.dataTransfer.files]
          add.run(() => window.fieldacs.acceptDropped(files))
        }}
      >
        <IconFileUpload size={34} stroke={1.3} aria-hidden="true" className={classes.dropIcon} />
        <div className={classes.dropText}>
          <strong>{isOver ? t('firmware.library.dropNow') : t('firmware.library.drop')}</strong>
          <span className={classes.soft}>{t('firmware.library.dropHint')}</span>
          {adding && add.isRunning && (
            <>
              <span role="status">{t('firmware.library.adding', { name: baseName(adding.path) })}</span>
              <Progress
                value={(adding.bytes / Math.max(1, adding.total)) * 100}
                aria-label={t('firmware.library.adding', { name: baseName(adding.path) })}
              />
            </>
          )}
        </div>
        <Button size="sm" onClick={choose} loading={add.isRunning}>
          {t('firmware.library.choose')}
        </Button>
      </section>
      {add.error && <ErrorPanel error={add.error} retry={choose} />}
    </>
  )
}

function baseName(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? path
}
