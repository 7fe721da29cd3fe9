import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isSecret } from '#shared/dictionary/secret.ts'
import type { Snapshot } from '#shared/model/snapshot.ts'
import { call } from '../../api.ts'
import { useFormat } from '../../i18n/format.ts'
import classes from './explorer.module.css'

const shownSnapshots = 10
const kept = new Map<string, ReadonlyMap<string, string>>()

/** The values of a snapshot by path; each is fetched once, the oldest are let go. */
async function valuesOf(id: string): Promise<ReadonlyMap<string, string>> {
  const known = kept.get(id)
  if (known) return known
  const { values } = await call('snapshots.get', { id })
  const byPath = new Map(values.map(({ name, value }) => [name, value]))
  kept.set(id, byPath)
  for (const oldest of [...kept.keys()].slice(0, -shownSnapshots)) kept.delete(oldest)
  return byPath
}

interface Past {
  snapshot: Snapshot
  value: string
}

/** What a parameter was in the latest snapshots; looked up when it is opened. */
export function SnapshotValues({ snapshots, path }: { snapshots: readonly Snapshot[]; path: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [isOpen, setOpen] = useState(false)
  const [past, setPast] = useState<readonly Past[] | null>(null)
  useEffect(() => {
    if (!isOpen) return
    let isCurrent = true
    void Promise.all(
      snapshots.slice(0, shownSnapshots).map(async (snapshot): Promise<Past[]> => {
        const value = await valuesOf(snapshot.id).then(
          (values) => values.get(path),
          () => undefined,
        )
        return value === undefined ? [] : [{ snapshot, value }]
      }),
    ).then((found) => isCurrent && setPast(found.flat()))
    return () => {
      isCurrent = false
    }
  }, [isOpen, snapshots, path])
  if (snapshots.length === 0) return null
  return (
    <details className={classes.more} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('explorer.detail.snapshots')}</summary>
      {past?.length === 0 && <p className={classes.faint}>{t('explorer.detail.noSnapshots')}</p>}
      <ul className={classes.past}>
        {past?.map(({ snapshot, value }) => (
          <li key={snapshot.id}>
            <span className={classes.faint}>
              {format.dateTime(snapshot.takenAt)} · {snapshot.name}
            </span>
            <code>{value === '' ? t('read.values.empty') : isSecret(path) ? '••••••••' : value}</code>
          </li>
        ))}
      </ul>
    </details>
  )
}
