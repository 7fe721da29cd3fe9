import { Menu, VisuallyHidden } from '@mantine/core'
import { IconChevronDown, IconNetwork } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { AdapterChoice } from '#shared/adapter-choice.ts'
import { useApp } from '../../stores/app-store.ts'
import { chooseAdapter } from '../../stores/settings-actions.ts'
import { useAdapterChoice } from '../../stores/use-adapter.ts'
import { useAction } from '../../ui/use-action.ts'
import classes from './top-bar.module.css'

/** The adapter that is listened on, and the others to switch to. */
export function AdapterPicker() {
  const { t } = useTranslation()
  const adapters = useApp((app) => app.adapters)
  const choice = useAdapterChoice()
  const choose = useAction(chooseAdapter)
  return (
    <Menu position="bottom-start" width={340}>
      <Menu.Target>
        <button type="button" className={classes.picker}>
          <VisuallyHidden>{t('shell.adapter.label')}</VisuallyHidden>
          <IconNetwork size={17} stroke={1.6} aria-hidden="true" />
          <AdapterName choice={choice} />
          <IconChevronDown size={14} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('shell.adapter.label')}</Menu.Label>
        {adapters.map((adapter) => (
          <Menu.Item key={`${adapter.name} ${adapter.address}`} onClick={() => choose.run(adapter)}>
            <span className={classes.option}>
              <span>{adapter.internal ? `${adapter.name} (${t('shell.adapter.loopback')})` : adapter.name}</span>
              <code>{adapter.address}</code>
            </span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function AdapterName({ choice }: { choice: AdapterChoice }) {
  const { t } = useTranslation()
  switch (choice.kind) {
    case 'none':
      return <span>{t('shell.adapter.none')}</span>
    case 'gone':
      return (
        <span>
          {choice.name} <code className={classes.address}>{choice.address}</code> ({t('shell.adapter.gone')})
        </span>
      )
    case 'moved':
    case 'there':
      return (
        <>
          <span>{t('shell.adapter.listening', { name: choice.adapter.name })}</span>
          <code className={classes.address}>{choice.adapter.address}</code>
        </>
      )
  }
}
