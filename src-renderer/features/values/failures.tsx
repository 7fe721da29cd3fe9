import { useTranslation } from 'react-i18next'
import { isOfReadSet } from '#shared/dictionary/read-sets.ts'
import type { ParameterFailure } from '#shared/model/parameter.ts'
import { useWords } from '../../i18n/words.ts'
import { FaultLink } from '../faults/fault-link.tsx'
import classes from './values.module.css'

const invalidName = 9005
const leftOut = 0

/** Paths that could not be read. What a ready-made set merely tried is folded away; what was asked for is explained. */
export function Failures({ failed }: { failed: readonly ParameterFailure[] }) {
  const { t } = useTranslation()
  const notOffered = failed.filter(isNotOffered)
  const real = failed.filter((failure) => !isNotOffered(failure))
  return (
    <>
      {real.length > 0 && (
        <section className={classes.failures} aria-label={t('read.values.failedCount', { count: real.length })}>
          <h2 className={classes.failuresTitle}>{t('read.values.failedCount', { count: real.length })}</h2>
          <ul className={classes.failureList}>
            {real.map((failure) => (
              <Failure key={failure.name} failure={failure} />
            ))}
          </ul>
        </section>
      )}
      {notOffered.length > 0 && (
        <details className={classes.notOffered}>
          <summary>{t('read.values.notOffered', { count: notOffered.length })}</summary>
          <p>{t('read.values.notOfferedHint')}</p>
          <ul>
            {notOffered.map(({ name }) => (
              <li key={name}>
                <code>{name}</code>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function isNotOffered({ name, code }: ParameterFailure): boolean {
  return isOfReadSet(name) && (code === invalidName || code === leftOut)
}

function Failure({ failure: { name, code, message } }: { failure: ParameterFailure }) {
  const { t } = useTranslation()
  const words = useWords().fault(code)
  return (
    <li className={classes.failure}>
      <code className={classes.failurePath}>{name}</code>
      {code === leftOut ? (
        <span>{t('read.values.leftOut')}</span>
      ) : (
        <>
          <span>
            <strong>
              {code} {words.name}
            </strong>{' '}
            {words.cause}
          </span>
          <span className={classes.soft}>{words.remedy}</span>
          {message !== '' && <span className={classes.soft}>{t('read.values.boxSays', { message })}</span>}
          <div>
            <FaultLink code={code} />
          </div>
        </>
      )}
    </li>
  )
}
