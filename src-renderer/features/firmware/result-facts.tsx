import { useTranslation } from 'react-i18next'
import { changesVersion, type FirmwareResult } from '#shared/model/firmware-push.ts'
import { useFormat } from '../../i18n/format.ts'
import { useWords } from '../../i18n/words.ts'
import { Card } from '../../ui/card.tsx'
import { Fact, Facts } from '../../ui/facts.tsx'
import { ShapeIcon } from '../../ui/shape.tsx'
import classes from './firmware.module.css'
import { outcomeLooks } from './outcomes.ts'
import { usePushWords } from './use-push-words.ts'

/** The verdict on one push, in words, with the facts that it rests on. */
export function ResultFacts({ result }: { result: FirmwareResult }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = usePushWords()
  const { fault: faultWords } = useWords()
  const { verdict, from, to, expected, fileName, fileType, sha256, transfer, fault, explanation, reasons, override } =
    result
  const isProvenFile = verdict === 'proven' && !changesVersion(fileType)
  return (
    <Card title={t('firmware.job.facts')}>
      <p className={classes.verdict} data-tone={outcomeLooks[verdict].tone}>
        <ShapeIcon {...outcomeLooks[verdict]} />
        <strong>{t(`firmware.verdicts.${verdict}`)}</strong>
        <span>
          {isProvenFile ? t('firmware.verdictTexts.provenFile') : t(`firmware.verdictTexts.${verdict}`, { to })}
        </span>
      </p>
      {explanation && <p>{words.explanation(explanation)}</p>}
      <Facts>
        <Fact label={t('firmware.job.from')}>{from || '–'}</Fact>
        <Fact label={t('firmware.job.to')}>{to || '–'}</Fact>
        {expected !== '' && <Fact label={t('firmware.job.expected')}>{expected}</Fact>}
        <Fact label={t('firmware.job.taken')}>
          {t('firmware.job.takenValue', {
            count: transfer.requests,
            bytes: format.bytes(transfer.bytes),
            size: format.bytes(transfer.sizeBytes),
            protocol: transfer.protocol.toUpperCase(),
          })}
        </Fact>
        {fault && (
          <Fact label={t('firmware.job.fault')}>
            {fault.code} {faultWords(fault.code).name} {fault.message !== '' && <code>{fault.message}</code>}
          </Fact>
        )}
        <Fact label={t('firmware.file.name')}>
          {fileName} ({words.fileType(fileType)})
        </Fact>
        <Fact label={t('firmware.file.sha256')} copy={sha256}>
          <code className={classes.hash}>{sha256}</code>
        </Fact>
        {override && (
          <Fact label={t('firmware.job.override')}>
            {override.reason} ({reasons.map(words.reason).join(' · ')})
          </Fact>
        )}
      </Facts>
    </Card>
  )
}
