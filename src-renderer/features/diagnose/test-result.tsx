import { useTranslation } from 'react-i18next'
import type { DiagnosticResult, MetricLimits } from '#shared/model/diagnose.ts'
import { useFormat } from '../../i18n/format.ts'
import { Card } from '../../ui/card.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import classes from './diagnose.module.css'
import { TestStatusLabel, VerdictLabel } from './labels.tsx'
import { MetricRows } from './metric-rows.tsx'
import { AnswerRows, HopRows } from './result-rows.tsx'
import { targetOf } from './test-fields.ts'

interface TestResultProps {
  result: DiagnosticResult
  limits: Readonly<Record<string, MetricLimits>>
}

/** One test as it stands: its verdict, figures against limits, what it drew, and what that means. */
export function TestResult({ result, limits }: TestResultProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { test, status, verdict, metrics, rows, state, error, startedAt, endedAt } = result
  const target = test.kind === 'tcpConnect' ? '' : targetOf(test) || t('diagnose.result.thisPc')
  const isJudged = status === 'done' && verdict !== 'none'
  return (
    <Card
      title={t(`diagnose.kinds.${test.kind}`)}
      actions={isJudged ? <VerdictLabel verdict={verdict} /> : <TestStatusLabel status={status} />}
      hint={
        <span className={classes.facts}>
          {target !== '' && <span>{t('diagnose.result.target', { target })}</span>}
          {startedAt && endedAt && <span>{format.duration(Date.parse(endedAt) - Date.parse(startedAt))}</span>}
          {result.object !== '' && <code>{result.object}</code>}
        </span>
      }
    >
      {metrics.length > 0 && <MetricRows kind={test.kind} metrics={metrics} limits={limits} />}
      {test.kind === 'traceRoute' && rows.length > 0 && <HopRows rows={rows} />}
      {test.kind === 'lookup' && rows.length > 0 && <AnswerRows rows={rows} />}
      <Advice result={result} />
      {status === 'failed' && state !== '' && <p className={classes.soft}>{t('diagnose.result.state', { state })}</p>}
      {error && <ErrorPanel error={error} />}
    </Card>
  )
}

/** What the outcome means, and what to look at next. */
function Advice({ result: { test, status, verdict } }: { result: DiagnosticResult }) {
  const { t } = useTranslation()
  if (status === 'failed' || status === 'unsupported' || status === 'timeout')
    return <p className={classes.advice}>{t(`diagnose.statusAdvice.${status}`)}</p>
  if (status !== 'done') return null
  const isGood = verdict === 'good' || verdict === 'none'
  return (
    <p className={classes.advice}>
      {isGood ? t(`diagnose.advice.${test.kind}.good`) : t(`diagnose.advice.${test.kind}.bad`)}
    </p>
  )
}
