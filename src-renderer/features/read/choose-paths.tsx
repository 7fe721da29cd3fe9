import { Button, Checkbox, Textarea } from '@mantine/core'
import { IconPlayerPlay } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ReadSetId, readSetIds, readSetPaths, readSetsIn, rootPathOf } from '#shared/dictionary/read-sets.ts'
import type { Device } from '#shared/model/device.ts'
import { Card } from '../../ui/card.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { useAction } from '../../ui/use-action.ts'
import { parseOwnPaths } from './own-paths.ts'
import classes from './read.module.css'

interface ChoosePathsProps {
  device: Device
  /** What was read before, to be changed. */
  initialPaths: readonly string[]
  onStart: (paths: string[]) => Promise<void>
}

/** Step 2: ready-made sets for the box's data model, own paths, or everything. */
export function ChoosePaths({ device: { dataModel }, initialPaths, onStart }: ChoosePathsProps) {
  const { t } = useTranslation()
  const root = rootPathOf(dataModel)
  const [sets, setSets] = useState<readonly ReadSetId[]>(() => initialSets(initialPaths, dataModel))
  const [text, setText] = useState(() => initialText(initialPaths, dataModel))
  const start = useAction(onStart)
  const own = parseOwnPaths(text)
  const paths = [...new Set([...sets.flatMap((set) => readSetPaths(set, dataModel)), ...own.paths])]
  const canStart = paths.length > 0 && own.problem === null && !start.isRunning
  const isWholeTree = own.paths.includes(root)

  const toggleSet = (set: ReadSetId) => setSets(sets.includes(set) ? sets.filter((one) => one !== set) : [...sets, set])
  const toggleTree = () => setText(isWholeTree ? text.replace(root, '').trim() : `${root}\n${text}`.trim())

  return (
    <form
      className={classes.what}
      onSubmit={(event) => {
        event.preventDefault()
        if (canStart) start.run(paths)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && canStart) start.run(paths)
      }}
    >
      <Card title={t('read.what.sets', { model: t(`states.dataModel.${dataModel}`) })} hint={t('read.what.setsHint')}>
        <div className={classes.sets}>
          {readSetIds.map((set) => (
            <SetOption
              key={set}
              name={t(`read.sets.${set}.name`)}
              hint={t(`read.sets.${set}.hint`)}
              isChosen={sets.includes(set)}
              onToggle={() => toggleSet(set)}
            />
          ))}
          <SetOption
            name={t('read.what.wholeTree')}
            hint={t('read.what.wholeTreeHint')}
            isChosen={isWholeTree}
            onToggle={toggleTree}
          />
        </div>
      </Card>
      <Card title={t('read.what.own')} hint={t('read.what.ownHint')}>
        <Textarea
          aria-label={t('read.what.own')}
          placeholder={`${root}DeviceInfo.\n${root}ManagementServer.PeriodicInformInterval`}
          classNames={{ input: 'mono' }}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          autosize
          minRows={3}
          maxRows={12}
          spellCheck={false}
          error={own.problem && t('read.what.badPath', own.problem)}
        />
      </Card>
      {start.error && <ErrorPanel error={start.error} />}
      <div className={classes.start}>
        <span className={classes.soft} role="status">
          {paths.length === 0 ? t('read.what.noPaths') : t('read.what.paths', { count: paths.length })}
        </span>
        <Button
          type="submit"
          size="sm"
          leftSection={<IconPlayerPlay size={16} />}
          disabled={!canStart}
          loading={start.isRunning}
        >
          {t('read.what.start')}
        </Button>
      </div>
    </form>
  )
}

interface SetOptionProps {
  name: string
  hint: string
  isChosen: boolean
  onToggle: () => void
}

function SetOption({ name, hint, isChosen, onToggle }: SetOptionProps) {
  return (
    <div className={classes.set} data-chosen={isChosen}>
      <Checkbox
        label={<span className={classes.setName}>{name}</span>}
        description={hint}
        checked={isChosen}
        onChange={onToggle}
        classNames={{ body: classes.setBody, labelWrapper: classes.setLabel }}
      />
    </div>
  )
}

function initialSets(paths: readonly string[], model: Device['dataModel']): ReadSetId[] {
  return paths.length === 0 ? ['identity'] : readSetsIn(paths, model)
}

function initialText(paths: readonly string[], model: Device['dataModel']): string {
  const inSets = new Set(readSetsIn(paths, model).flatMap((set) => readSetPaths(set, model)))
  return paths.filter((path) => !inSets.has(path)).join('\n')
}
