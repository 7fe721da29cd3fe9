import { Modal, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './command-palette.module.css'
import { matchingCommands, useCommands } from './commands.ts'

interface CommandPaletteProps {
  isOpen: boolean
  onClose: () => void
  onOpenSheet: () => void
}

/** Ctrl+K: every section, box and action by its name. */
export function CommandPalette({ isOpen, onClose, onOpenSheet }: CommandPaletteProps) {
  const { t } = useTranslation()
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      withCloseButton={false}
      padding={0}
      size={560}
      centered={false}
      yOffset="12vh"
      attributes={{ content: { 'aria-label': t('keyboard.palette') } }}
    >
      {isOpen && <PaletteBody onClose={onClose} onOpenSheet={onOpenSheet} />}
    </Modal>
  )
}

const shownCommands = 50

function PaletteBody({ onClose, onOpenSheet }: Omit<CommandPaletteProps, 'isOpen'>) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [index, setIndex] = useState(0)
  const listId = useId()
  const chosenRow = useRef<HTMLDivElement>(null)
  const commands = matchingCommands(useCommands(onOpenSheet), text).slice(0, shownCommands)
  const chosen = Math.min(index, commands.length - 1)

  // biome-ignore lint/correctness/useExhaustiveDependencies: the row scrolls into view when another one is chosen
  useEffect(() => chosenRow.current?.scrollIntoView({ block: 'nearest' }), [chosen])

  function run(at: number): void {
    onClose()
    commands[at]?.run()
  }

  function handleKeyDown(event: React.KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      setIndex((chosen + step + commands.length) % Math.max(1, commands.length))
    } else if (event.key === 'Enter') {
      event.preventDefault()
      run(chosen)
    }
  }

  return (
    <>
      <TextInput
        data-autofocus
        variant="unstyled"
        className={classes.input}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setIndex(0)
        }}
        onKeyDown={handleKeyDown}
        placeholder={t('keyboard.paletteHint')}
        leftSection={<IconSearch size={16} />}
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={`${listId}-${chosen}`}
        aria-label={t('keyboard.palette')}
      />
      <div className={classes.list} id={listId} role="listbox" aria-label={t('keyboard.palette')}>
        {commands.length === 0 && <p className={classes.empty}>{t('keyboard.paletteEmpty', { text })}</p>}
        {commands.map((command, at) => (
          <div key={command.id}>
            {commands[at - 1]?.group !== command.group && (
              <div className={classes.group}>{t(`keyboard.groups.${command.group}`)}</div>
            )}
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the input does the same */}
            <div
              ref={at === chosen ? chosenRow : undefined}
              id={`${listId}-${at}`}
              role="option"
              aria-selected={at === chosen}
              className={classes.row}
              onMouseMove={() => setIndex(at)}
              onClick={() => run(at)}
            >
              <span>{command.label}</span>
              {command.hint !== undefined && <code className={classes.hint}>{command.hint}</code>}
            </div>
          </div>
        ))}
      </div>
    </>
  )
}
