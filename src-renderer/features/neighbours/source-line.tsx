import { useTranslation } from 'react-i18next'
import type { SourceState } from '#shared/model/discovery.ts'
import { useField } from '../../stores/field-store.ts'
import { navigate } from '../../stores/route.ts'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { type Shape, ShapeIcon, type Tone } from '../../ui/shape.tsx'
import classes from './neighbours.module.css'

const looks: Record<SourceState['state'], { shape: Shape; tone: Tone }> = {
  running: { shape: 'disc', tone: 'ok' },
  idle: { shape: 'dots', tone: 'muted' },
  off: { shape: 'ring', tone: 'muted' },
  failed: { shape: 'triangle', tone: 'bad' },
}

/** Which adapter is looked at and which ways of finding work; a click leads to their switches. */
export function SourceLine() {
  const { t } = useTranslation()
  const scope = useField(({ discovery }) => discovery.scope)
  const sources = useField(({ discovery }) => discovery.sources) ?? []
  return (
    <>
      <div className={classes.sources}>
        {scope && <strong>{t('discovery.listeningOn', { ...scope })}</strong>}
        <button
          type="button"
          className={classes.sourceButton}
          title={t('discovery.switches')}
          onClick={() => navigate({ page: 'settings', focus: 'discovery' })}
        >
          {sources.map(({ source, state }) => (
            <span key={source} className={classes.source}>
              <ShapeIcon {...looks[state]} />
              {t(`discovery.sources.${source}`)}
              <span className={state === 'running' ? 'visually-hidden' : classes.soft}>
                {' '}
                {t(`discovery.sourceStates.${state}`)}
              </span>
            </span>
          ))}
        </button>
      </div>
      {sources.map(({ source, error }) => error && <ErrorPanel key={source} error={error} />)}
    </>
  )
}
