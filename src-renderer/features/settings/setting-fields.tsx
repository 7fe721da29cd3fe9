import { NumberInput, SegmentedControl, Switch, TextInput } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { SettingsPatch } from '#shared/model/settings.ts'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import classes from './settings.module.css'
import { useSetting } from './use-setting.ts'

interface FieldProps<T> {
  label: string
  hint?: string
  value: T
  patchOf: (value: T) => SettingsPatch
}

/** A whole number within limits. */
export function NumberSetting({ min, max, ...props }: FieldProps<number> & { min: number; max: number }) {
  const { t } = useTranslation()
  const setting = useSetting<number | string>(props.value, (value) => props.patchOf(value as number))
  const range = t('settings.range', { min, max })
  return (
    <div className={classes.field}>
      <NumberInput
        label={props.label}
        description={props.hint ?? range}
        value={setting.value}
        onChange={setting.type}
        onBlur={setting.commitDraft}
        onKeyDown={(event) => event.key === 'Enter' && setting.commitDraft()}
        error={setting.problem && `${setting.problem} · ${range}`}
        allowDecimal={false}
        allowNegative={false}
        hideControls
        className={classes.number}
      />
      {setting.error && <ErrorPanel error={setting.error} />}
    </div>
  )
}

/** A line of text. */
export function TextSetting(props: FieldProps<string>) {
  const setting = useSetting(props.value, props.patchOf)
  return (
    <div className={classes.field}>
      <TextInput
        label={props.label}
        description={props.hint}
        value={setting.value}
        onChange={(event) => setting.type(event.currentTarget.value)}
        onBlur={setting.commitDraft}
        onKeyDown={(event) => event.key === 'Enter' && setting.commitDraft()}
        error={setting.problem}
        className={classes.text}
      />
      {setting.error && <ErrorPanel error={setting.error} />}
    </div>
  )
}

/** One of a few. */
export function ChoiceSetting<T extends string>({
  options,
  ...props
}: FieldProps<T> & { options: { value: T; label: string }[] }) {
  const setting = useSetting(props.value, props.patchOf)
  const id = useId()
  return (
    <div className={classes.field}>
      <div className={classes.label} id={id}>
        {props.label}
      </div>
      {props.hint !== undefined && <div className={classes.hint}>{props.hint}</div>}
      <SegmentedControl aria-labelledby={id} value={setting.value} onChange={setting.commit} data={options} />
      {setting.error && <ErrorPanel error={setting.error} />}
    </div>
  )
}

/** Yes or no. */
export function SwitchSetting(props: FieldProps<boolean>) {
  const setting = useSetting(props.value, props.patchOf)
  return (
    <div className={classes.field}>
      <Switch
        label={props.label}
        description={props.hint}
        checked={setting.value}
        onChange={(event) => setting.commit(event.currentTarget.checked)}
      />
      {setting.error && <ErrorPanel error={setting.error} />}
    </div>
  )
}
