import { SegmentedControl, Tabs } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TraceMessage } from '#shared/model/session.ts'
import { useWords } from '../../i18n/words.ts'
import { CopyIcon } from '../../ui/copy-button.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { useCall } from '../../ui/use-call.ts'
import { FaultLink } from '../faults/fault-link.tsx'
import { DecodedTree } from './decoded-tree.tsx'
import { methodName } from './message-text.ts'
import classes from './trace.module.css'
import { XmlView } from './xml-view.tsx'

type XmlForm = 'pretty' | 'asSent'

/** What one message says: decoded, as XML, and its HTTP headers. */
export function MessageDetail({ message }: { message: TraceMessage }) {
  const { t } = useTranslation()
  const words = useWords()
  const [form, setForm] = useState<XmlForm>('pretty')
  const full = useCall('trace.get', { id: message.id })
  const whole = full.status === 'ready' ? full.value : { ...message, decoded: null }
  const { fault, warnings } = message
  // What we sent is known to be right: only what a box says is decoded.
  const isOurs = message.direction === 'out'
  return (
    <section className={classes.detail} aria-label={`${t('trace.detail.title')}: ${methodName(message, t)}`}>
      {full.status === 'failed' && <ErrorPanel error={full.error} retry={full.refetch} />}
      <Tabs defaultValue={isOurs ? 'raw' : 'decoded'} className={classes.detailTabs} keepMounted={false}>
        <div className={classes.tabLine}>
          <Tabs.List className={classes.tabs}>
            {!isOurs && <Tabs.Tab value="decoded">{t('trace.detail.decoded')}</Tabs.Tab>}
            <Tabs.Tab value="raw">{t('trace.detail.raw')}</Tabs.Tab>
            <Tabs.Tab value="headers">{t('trace.detail.headers')}</Tabs.Tab>
          </Tabs.List>
          {whole.body !== '' && <CopyIcon value={whole.body} what={t('trace.detail.raw')} />}
        </div>
        <Tabs.Panel value="decoded" className={classes.panel}>
          {fault && <FaultNote code={fault.code} message={fault.message} />}
          {warnings.length > 0 && (
            <ul className={classes.warnings}>
              {warnings.map((warning) => (
                <li key={JSON.stringify(warning)}>{words.warning(warning)}</li>
              ))}
            </ul>
          )}
          {whole.decoded === null || whole.decoded === undefined ? (
            <p className={classes.soft}>
              {message.sizeBytes === 0
                ? t('trace.detail.noBody')
                : full.status === 'ready' && t('trace.detail.notDecoded')}
            </p>
          ) : (
            <DecodedTree value={whole.decoded} />
          )}
        </Tabs.Panel>
        <Tabs.Panel value="raw" className={classes.panel}>
          {whole.body === '' ? (
            <p className={classes.soft}>{t('trace.detail.noBody')}</p>
          ) : (
            <>
              <div className={classes.rawTools}>
                <SegmentedControl
                  aria-label={t('trace.detail.form')}
                  value={form}
                  onChange={setForm}
                  data={[
                    { value: 'pretty', label: t('trace.detail.pretty') },
                    { value: 'asSent', label: t('trace.detail.asSent') },
                  ]}
                />
                <span className={classes.soft}>
                  {t('trace.detail.masked')} {whole.bodyTruncated && t('trace.detail.truncated')}
                </span>
              </div>
              <XmlView xml={whole.body} isPretty={form === 'pretty'} />
            </>
          )}
        </Tabs.Panel>
        <Tabs.Panel value="headers" className={classes.panel}>
          <dl className={classes.headers}>
            {message.headers.map(([name, value], index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: headers may repeat and never change
              <div key={index}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </Tabs.Panel>
      </Tabs>
    </section>
  )
}

function FaultNote({ code, message }: { code: number; message: string }) {
  const { t } = useTranslation()
  const words = useWords().fault(code)
  return (
    <div className={classes.fault} role="note">
      <strong>
        {code} {words.name}
      </strong>
      <span>{words.meaning}</span>
      <span>{words.cause}</span>
      <span>{words.remedy}</span>
      {message !== '' && <span className={classes.soft}>{t('read.values.boxSays', { message })}</span>}
      <div>
        <FaultLink code={code} />
      </div>
    </div>
  )
}
