import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { RadarEntry } from '#shared/model/self-check.ts'
import { useFormat } from '../../i18n/format.ts'
import { useApp } from '../../stores/app-store.ts'
import { useField } from '../../stores/field-store.ts'
import { navigate } from '../../stores/route.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { type Shape, ShapeIcon, type Tone } from '../../ui/shape.tsx'
import { TimeAgo } from '../../ui/time-ago.tsx'
import { deviceName } from '../device/device-name.ts'
import { neighbourName } from '../neighbours/neighbour-rows.ts'
import classes from './radar.module.css'
import { placeOfProblem, type StageState, shownStages } from './radar-stages.ts'

const looks: Record<StageState, { shape: Shape; tone: Tone }> = {
  reached: { shape: 'check', tone: 'ok' },
  skipped: { shape: 'dots', tone: 'muted' },
  stuck: { shape: 'triangle', tone: 'bad' },
  ahead: { shape: 'ring', tone: 'muted' },
}

/** One address: how far it got, why no further, and the fix. */
export function RadarRow({ entry }: { entry: RadarEntry }) {
  const { t } = useTranslation()
  const format = useFormat()
  const device = useApp((app) => (entry.deviceId === null ? undefined : app.devices[entry.deviceId]))
  const neighbour = useField(({ discovery }) => discovery.neighbours.find(({ key }) => key === entry.neighbourKey))
  const name = device ? deviceName(device) : neighbour ? neighbourName(neighbour) : ''
  return (
    <li className={classes.entry} data-quiet={isQuiet(entry)}>
      <div className={classes.head}>
        <code className={classes.address}>{entry.address}</code>
        {name !== entry.address && <strong>{name}</strong>}
        <span className={classes.soft}>
          {entry.count > 0 && `${t('radar.contacts', { count: entry.count })} · `}
          <TimeAgo at={entry.lastAt} />
        </span>
        {device && (
          <Button
            variant="subtle"
            size="compact-xs"
            className={classes.open}
            onClick={() => navigate({ page: 'device', id: device.id })}
          >
            {t('discovery.nextSteps.open.title')}
          </Button>
        )}
      </div>
      <ol className={classes.track} aria-label={t('radar.track', { address: entry.address })}>
        {shownStages(entry).map(({ stage, state, at }) => (
          <li
            key={stage}
            className={classes.stage}
            data-state={state}
            title={at === null ? undefined : format.time(at)}
          >
            <ShapeIcon
              shape={looks[state].shape}
              tone={state === 'stuck' && isQuiet(entry) ? 'warn' : looks[state].tone}
            />
            <span>{t(`radar.stages.${stage}`)}</span>
            <span className="visually-hidden">{t(`radar.stageStates.${state}`)}</span>
          </li>
        ))}
      </ol>
      <RadarProblemNote entry={entry} />
    </li>
  )
}

/** Who does not even try may be any machine: that is said, but not as an alarm. */
function isQuiet({ problem }: Pick<RadarEntry, 'problem'>): boolean {
  return problem === 'notTrying' || problem === 'notCwmp'
}

function RadarProblemNote({ entry: { problem, params, neighbourKey } }: { entry: RadarEntry }) {
  const { t } = useTranslation()
  const acsUrl = useApp((app) => app.endpoints.acsUrl)
  const word = t as unknown as (key: string, params: RadarEntry['params']) => string
  if (problem === null) return null
  const place = placeOfProblem(problem, neighbourKey)
  return (
    <div className={classes.problem} data-quiet={isQuiet({ problem })}>
      <span className={classes.problemText}>
        <strong>{word(`radar.problems.${problem}.title`, params)}</strong> {t(`radar.problems.${problem}.fix`)}
      </span>
      {place ? (
        <Button variant="default" onClick={() => navigate(place)}>
          {t(`radar.actions.${place.page as 'reach' | 'settings' | 'trace'}`)}
        </Button>
      ) : (
        problem !== 'notCwmp' && (
          <CopyButton value={acsUrl} what={t('shell.status.acsUrl')} label={t('remedies.enterAcsUrl.action')} />
        )
      )}
    </div>
  )
}
