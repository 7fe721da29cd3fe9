import { useEffect, useRef, useState } from 'react'
import type { PendingHandOver } from '#shared/model/pointing.ts'
import { useField } from '../../stores/field-store.ts'
import { HandOverDialog } from './hand-over-dialog.tsx'
import { usePendingWatch } from './use-pending-watch.ts'

/** Asks before the window closes while boxes still contact this laptop: without it they have no ACS. */
export function HandOverGuard() {
  const pending = useField((field) => field.pending)
  const [asked, setAsked] = useState<readonly PendingHandOver[] | null>(null)
  const mayClose = useRef(false)
  usePendingWatch()

  useEffect(() => {
    const handle = (event: BeforeUnloadEvent): void => {
      // One question at a time: unsent changes are asked about first.
      if (mayClose.current || !pending || pending.length === 0 || event.defaultPrevented) return
      event.preventDefault()
      setAsked(pending)
    }
    window.addEventListener('beforeunload', handle)
    return () => window.removeEventListener('beforeunload', handle)
  }, [pending])

  if (!asked) return null
  return (
    <HandOverDialog
      boxes={asked}
      onStay={() => setAsked(null)}
      onLeave={() => {
        mayClose.current = true
        window.close()
      }}
    />
  )
}
