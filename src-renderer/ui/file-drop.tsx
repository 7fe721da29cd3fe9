import { Button } from '@mantine/core'
import { IconFileUpload } from '@tabler/icons-react'
import { useState } from 'react'
import type { FileKind } from '#shared/model/file-choice.ts'
import classes from './file-drop.module.css'

interface FileDropProps {
  kind: FileKind
  title: string
  /** The title while files are held over it. */
  overTitle: string
  hint: string
  chooseLabel: string
  isBusy: boolean
  /** Told how to get the paths: main has granted them once they are there. */
  onFiles: (getPaths: () => Promise<string[]>) => void
  /** How far it is with what was dropped. */
  children?: React.ReactNode
}

/** Where files come in: dropped, or chosen in the system's dialog. */
export function FileDrop({ kind, title, overTitle, hint, chooseLabel, isBusy, onFiles, children }: FileDropProps) {
  const [isOver, setOver] = useState(false)
  return (
    <section
      aria-label={title}
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
        onFiles(() => window.fieldacs.acceptDropped(files))
      }}
    >
      <IconFileUpload size={34} stroke={1.3} aria-hidden="true" className={classes.icon} />
      <div className={classes.text}>
        <strong>{isOver ? overTitle : title}</strong>
        <span className={classes.soft}>{hint}</span>
        {children}
      </div>
      <Button size="sm" onClick={() => onFiles(() => window.fieldacs.chooseFiles(kind))} loading={isBusy}>
        {chooseLabel}
      </Button>
    </section>
  )
}
