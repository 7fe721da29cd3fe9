import { useTranslation } from 'react-i18next'
import type { JobResult } from '#shared/model/job.ts'
import { useWords } from '../../i18n/words.ts'
import { CopyIcon } from '../../ui/copy-button.tsx'
import { FaultLink } from '../faults/fault-link.tsx'
import { DecodedTree } from '../trace/decoded-tree.tsx'
import classes from './console.module.css'

/** The answer of the box: its response as a tree, or its fault explained. A fault is an answer too. */
export function RpcAnswer({ result: { response, fault }, deviceId }: { result: JobResult<'rpc'>; deviceId: string }) {
  const { t } = useTranslation()
  const words = useWords()
  if (fault) {
    const { name, meaning, cause, remedy } = words.fault(fault.code)
    return (
      <div className={classes.fault} role="note">
        <strong>
          {fault.code} {name}
        </strong>
        <span>
          {meaning} {cause}
        </span>
        <span>{remedy}</span>
        {fault.message !== '' && (
          <span className={classes.soft}>{t('read.values.boxSays', { message: fault.message })}</span>
        )}
        <ul className={classes.parameterFaults}>
          {fault.parameterFaults.map(({ parameterName, code, message }) => (
            <li key={parameterName}>
              <code>{parameterName}</code>{' '}
              <strong>
                {code} {words.fault(code).name}
              </strong>{' '}
              <span className={classes.soft}>{message}</span>
            </li>
          ))}
        </ul>
        <div>
          <FaultLink code={fault.code} deviceId={deviceId} />
        </div>
      </div>
    )
  }
  if (!response) return null
  return (
    <div className={classes.answer}>
      <div className={classes.answerHead}>
        <strong>{response.name}</strong>
        <CopyIcon value={JSON.stringify(response, null, 2)} what={response.name} />
      </div>
      <div className={classes.tree}>
        <DecodedTree value={response} />
      </div>
    </div>
  )
}
