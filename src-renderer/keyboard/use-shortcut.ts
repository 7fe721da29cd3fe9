import { useEffect, useRef } from 'react'
import { type ShortcutId, shortcuts } from './shortcuts.ts'

type Handler = (event: KeyboardEvent) => void

/** Who listens; the component that opened last hears the key. */
const handlers = new Map<ShortcutId, { current: Handler }[]>()

window.addEventListener('keydown', (event) => {
  const shortcut = shortcuts.find(({ matches }) => matches?.(event))
  const listening = shortcut && handlers.get(shortcut.id)?.at(-1)
  if (!listening) return
  event.preventDefault()
  listening.current(event)
})

/** Does something at a shortcut of the table, as long as the component is there. */
export function useShortcut(id: ShortcutId, handler: Handler): void {
  const latest = useRef(handler)
  useEffect(() => {
    latest.current = handler
  })
  useEffect(() => {
    const list = handlers.get(id) ?? []
    handlers.set(id, [...list, latest])
    return () => {
      handlers.set(
        id,
        (handlers.get(id) ?? []).filter((one) => one !== latest),
      )
    }
  }, [id])
}
