import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePushStore } from '../../stores/push-store.ts'
import { Card } from '../../ui/card.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { useCall } from '../../ui/use-call.ts'
import { AddFile } from './add-file.tsx'
import classes from './firmware.module.css'
import { LibraryRow } from './library-row.tsx'
import { RecentPushes } from './recent-pushes.tsx'

/** Step 1: a new file by drop or dialog, or one that is kept already. */
export function ChooseFile({ onChoose }: { onChoose: (firmwareId: string) => void }) {
  const { t } = useTranslation()
  const revision = usePushStore((store) => store.libraryRevision)
  const library = useCall('firmware.list', {}, revision)
  // A file that was just added is shown open: what the technician knows of it is to be entered now.
  const [openId, setOpenId] = useState<string | null>(null)
  return (
    <>
      <AddFile onAdded={(firmware) => setOpenId(firmware.id)} />
      {library.status === 'failed' && <ErrorPanel error={library.error} retry={library.refetch} />}
      {library.status === 'ready' && library.value.length > 0 && (
        <Card title={t('firmware.library.title')} hint={t('firmware.library.count', { count: library.value.length })}>
          <ul className={classes.rows}>
            {library.value.map((firmware) => (
              <LibraryRow
                key={firmware.id}
                firmware={firmware}
                isOpen={firmware.id === openId}
                onToggle={() => setOpenId(firmware.id === openId ? null : firmware.id)}
                onUse={() => onChoose(firmware.id)}
              />
            ))}
          </ul>
        </Card>
      )}
      <RecentPushes />
    </>
  )
}
