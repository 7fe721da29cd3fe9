import { Button } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Area, commonAboutOf, lookup } from '#shared/dictionary/index.ts'
import { isSecret } from '#shared/dictionary/secret.ts'
import { resolveLanguage } from '#shared/i18n/index.ts'
import type { Device } from '#shared/model/device.ts'
import type { TreeNode } from '#shared/parameters/tree.ts'
import { navigate } from '../../stores/route.ts'
import { CopyIcon } from '../../ui/copy-button.tsx'
import { TimeAgo } from '../../ui/time-ago.tsx'
import { Attributes } from './attributes.tsx'
import classes from './explorer.module.css'
import { refreshBranch } from './refresh-branch.ts'
import { limitsText, ruleFor, ruleOfModel } from './rule-for.ts'
import { SnapshotValues } from './snapshot-values.tsx'
import type { ExplorerState } from './use-explorer.ts'
import { useModelEntry } from './use-model-entry.ts'
import { ValueEditor } from './value-editor.tsx'

interface ParameterDetailProps {
  device: Device
  state: ExplorerState
  node: TreeNode
}

/** What a parameter is, means, may be, was, and is to become. */
export function ParameterDetail({ device, state, node }: ParameterDetailProps) {
  const { t, i18n } = useTranslation()
  const language = resolveLanguage(i18n.language)
  const { path, value, type, writable } = node
  const known = state.known.values.get(path)
  const entry = lookup(path)
  const model = useModelEntry(entry === null ? path : null)
  const rule = entry === null && model ? ruleOfModel(model.parameter) : ruleFor(path, type)
  const limits = limitsText(rule)
  const meaning = rule.values?.find((one) => one.value === value)?.meaning?.[language]
  const unit = entry?.concept.unit ?? model?.parameter.unit
  const said = entry?.concept.about[language] ?? model?.parameter.about ?? commonAboutOf(path)?.[language]
  const isKnown = said !== undefined && said !== ''
  const about = isKnown ? said : t('explorer.detail.unknown')
  const others = entry?.concept.paths.filter((one) => one !== entry.path) ?? []
  return (
    <>
      <p className={isKnown ? classes.about : classes.aboutNone}>{about}</p>
      {model && <p className={classes.faint}>{t('explorer.detail.fromModel', { model: model.model })}</p>}
      {!isKnown && (
        <Button variant="subtle" size="compact-xs" onClick={() => navigate({ page: 'dataModels' })}>
          {t('dataModels.loadFor')}
        </Button>
      )}
      {entry && <p className={classes.faint}>{t(`dictionary.areas.${entry.concept.area as Area}`)}</p>}
      <ValueEditor
        key={`${path}=${value}`}
        device={device}
        node={node}
        rule={rule}
        {...(unit !== undefined && { unit })}
        change={state.pending[path]}
      />
      <dl className={classes.facts}>
        <dt>{t('explorer.detail.value')}</dt>
        <dd>
          <CurrentValue path={path} value={value} unit={unit} />
          {meaning !== undefined && <span className={classes.faint}>{meaning}</span>}
        </dd>
        {known && (
          <>
            <dt>{t('explorer.detail.readAt')}</dt>
            <dd className={classes.inline}>
              <TimeAgo at={known.at} />
              <Button
                variant="subtle"
                size="compact-xs"
                leftSection={<IconRefresh size={13} />}
                onClick={() => refreshBranch(device.id, path)}
              >
                {t('explorer.detail.refresh')}
              </Button>
            </dd>
          </>
        )}
        <dt>{t('explorer.detail.type')}</dt>
        <dd>
          <code>{type ?? rule.type}</code>
          {rule.format !== undefined && <code className={classes.faint}> {rule.format}</code>}
        </dd>
        {limits && (
          <>
            <dt>{t(`explorer.detail.${limits.kind}`)}</dt>
            <dd>{limits.text}</dd>
          </>
        )}
        {rule.values && (
          <>
            <dt>{t('explorer.detail.choices')}</dt>
            <dd>
              {rule.values.map(({ value: choice, meaning }) => (
                <div key={choice}>
                  <code>{choice}</code> {meaning?.[language]}
                </div>
              ))}
            </dd>
          </>
        )}
        <dt>{t('explorer.detail.access')}</dt>
        <dd>
          {writable === null
            ? t('explorer.detail.accessUnknown')
            : t(writable ? 'explorer.detail.writable' : 'explorer.detail.readOnly')}
        </dd>
      </dl>
      <Attributes device={device} path={path} />
      {others.length > 0 && (
        <details className={classes.more}>
          <summary>{t('explorer.detail.elsewhere')}</summary>
          <ul className={classes.paths}>
            {others.map((one) => (
              <li key={one.path}>
                <code>{one.path}</code>
                <CopyIcon value={one.path} what={one.path} />
              </li>
            ))}
          </ul>
        </details>
      )}
      <SnapshotValues snapshots={state.baseline.snapshots} path={path} />
    </>
  )
}

interface CurrentValueProps {
  path: string
  value: string | null
  unit: string | undefined
}

function CurrentValue({ path, value, unit }: CurrentValueProps) {
  const { t } = useTranslation()
  const [isRevealed, setRevealed] = useState(false)
  if (value === null) return <em className={classes.faint}>{t('explorer.row.notRead')}</em>
  if (value === '') return <em className={classes.faint}>{t('read.values.empty')}</em>
  const isCovered = isSecret(path) && !isRevealed
  return (
    <span className={classes.inline}>
      <code className={classes.whole}>{isCovered ? '••••••••' : value}</code>
      {unit !== undefined && <span className={classes.faint}>{unit}</span>}
      {isSecret(path) && (
        <Button variant="subtle" size="compact-xs" onClick={() => setRevealed(!isRevealed)}>
          {isCovered ? t('read.values.reveal') : t('read.values.conceal')}
        </Button>
      )}
      <CopyIcon value={value} what={t('explorer.detail.value')} />
    </span>
  )
}
