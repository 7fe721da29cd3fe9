import { isMac } from '../system.ts'

/** What a key does; the words are in the dictionaries under `keyboard.shortcuts.<id>`. */
export type ShortcutId =
  | 'palette'
  | 'sheet'
  | 'section'
  | 'refresh'
  | 'filter'
  | 'back'
  | 'apply'
  | 'move'
  | 'fold'
  | 'open'
  | 'escape'

export interface Shortcut {
  id: ShortcutId
  group: 'general' | 'list'
  /** Keys as they are shown; `Mod` is Ctrl, or Cmd on a Mac. */
  keys: string[]
  /** Whether a key press is this shortcut; absent where a list or a dialog listens itself. */
  matches?: (event: KeyboardEvent) => boolean
}

function hasMod(event: KeyboardEvent): boolean {
  return (isMac ? event.metaKey : event.ctrlKey) && !event.altKey
}

function isTyping(event: KeyboardEvent): boolean {
  const target = event.target
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}

/** The one table of keys: the handler and the sheet are made from it. */
export const shortcuts: readonly Shortcut[] = [
  { id: 'palette', group: 'general', keys: ['Mod', 'K'], matches: (e) => hasMod(e) && e.key.toLowerCase() === 'k' },
  { id: 'section', group: 'general', keys: ['Mod', '1 … 9'], matches: (e) => hasMod(e) && /^[1-9]$/.test(e.key) },
  {
    id: 'refresh',
    group: 'general',
    keys: ['F5'],
    matches: (e) => e.key === 'F5' || (hasMod(e) && e.key.toLowerCase() === 'r'),
  },
  { id: 'back', group: 'general', keys: ['Alt', '←'], matches: (e) => e.altKey && e.key === 'ArrowLeft' },
  { id: 'sheet', group: 'general', keys: ['?'], matches: (e) => e.key === '?' && !isTyping(e) },
  { id: 'apply', group: 'general', keys: ['Mod', 'Enter'], matches: (e) => hasMod(e) && e.key === 'Enter' },
  { id: 'escape', group: 'general', keys: ['Esc'] },
  { id: 'filter', group: 'list', keys: ['Mod', 'F'], matches: (e) => hasMod(e) && e.key.toLowerCase() === 'f' },
  { id: 'move', group: 'list', keys: ['↑', '↓'] },
  { id: 'fold', group: 'list', keys: ['←', '→'] },
  { id: 'open', group: 'list', keys: ['Enter'] },
]

/** The name of a key on this system. */
export function keyName(key: string): string {
  return key === 'Mod' ? (isMac ? '⌘' : 'Ctrl') : key
}
