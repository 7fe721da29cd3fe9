import { Progress } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Firmware } from '#shared/model/firmware.ts'
import { call } from '../../api.ts'
import { usePushStore } from '../../stores/push-store.ts'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import { useAction } from '../../ui/use-action.ts'

/** Where a file comes in: it is copied, hashed and recognised. */
export function AddFile({ onAdded }: { onAdded: (firmware: Firmware) => void }) {
  const { t } = useTranslation()
  const adding = usePushStore((store) => store.adding)
  const add = useAction(async (getPaths: () => Promise<string[]>) => {
    for (const path of await getPaths()) onAdded(await call('firmware.add', { path }))
  })
  return (
    <>
      <FileDrop
        kind="firmware"
        title={t('firmware.library.drop')}
        overTitle={t('firmware.library.dropNow')}
        hint={t('firmware.library.dropHint')}
        chooseLabel={t('firmware.library.choose')}
        isBusy={add.isRunning}
        onFiles={add.run}
      >
        {adding && add.isRunning && (
          <>
            <span role="status">{t('firmware.library.adding', { name: baseName(adding.path) })}</span>
            <Progress
              value={(adding.bytes / Math.max(1, adding.total)) * 100}
              aria-label={t('firmware.library.adding', { name: baseName(adding.path) })}
            />
          </>
        )}
      </FileDrop>
      {add.error && (
        <ErrorPanel error={add.error} retry={() => add.run(() => window.fieldacs.chooseFiles('firmware'))} />
      )}
    </>
  )
}

function baseName(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? path
}
