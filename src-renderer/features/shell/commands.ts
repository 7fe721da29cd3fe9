import { useTranslation } from 'react-i18next'
import { languageNames } from '#shared/i18n/index.ts'
import { call } from '../../api.ts'
import { useApp } from '../../stores/app-store.ts'
import { navigate } from '../../stores/route.ts'
import { changeSettings } from '../../stores/settings-actions.ts'
import { startDemoBox } from '../home/start-demo-box.ts'
import { sections } from './sections.ts'

export interface Command {
  id: string
  group: 'sections' | 'boxes' | 'actions'
  label: string
  hint?: string
  run: () => void
}

/** Everything the palette offers at the moment. */
export function useCommands(onOpenSheet: () => void): Command[] {
  const { t, i18n } = useTranslation()
  const devices = useApp((app) => app.devices)
  const acsUrl = useApp((app) => app.endpoints.acsUrl)
  const isDark = document.documentElement.dataset.mantineColorScheme === 'dark'
  const otherLanguage = i18n.language === 'zh-CN' ? 'en' : 'zh-CN'

  const toSections = sections.map(
    ({ id }): Command => ({
      id: `section.${id}`,
      group: 'sections',
      label: t(`shell.sections.${id}`),
      run: () => navigate({ page: id }),
    }),
  )
  const toBoxes = Object.values(devices).flatMap((device): Command[] => {
    const name = `${device.modelName} ${device.serialNumber}`
    return [
      {
        id: `open.${device.id}`,
        group: 'boxes',
        label: name,
        hint: device.address,
        run: () => navigate({ page: 'device', id: device.id }),
      },
      {
        id: `read.${device.id}`,
        group: 'boxes',
        label: t('keyboard.actions.readBox', { name }),
        run: () => navigate({ page: 'read', deviceId: device.id }),
      },
      {
        id: `explore.${device.id}`,
        group: 'boxes',
        label: t('keyboard.actions.exploreBox', { name }),
        run: () => navigate({ page: 'explorer', deviceId: device.id }),
      },
      {
        id: `backup.${device.id}`,
        group: 'boxes',
        label: t('backup.command', { name }),
        run: () => navigate({ page: 'backup', deviceId: device.id }),
      },
      {
        id: `provision.${device.id}`,
        group: 'boxes',
        label: t('provision.command', { name }),
        run: () => navigate({ page: 'provision', deviceIds: [device.id] }),
      },
      {
        id: `firmware.${device.id}`,
        group: 'boxes',
        label: t('firmware.commandBox', { name }),
        run: () => navigate({ page: 'firmware', deviceIds: [device.id] }),
      },
      {
        id: `diagnose.${device.id}`,
        group: 'boxes',
        label: t('diagnose.command', { name }),
        run: () => navigate({ page: 'diagnose', deviceId: device.id }),
      },
      {
        id: `collect.${device.id}`,
        group: 'boxes',
        label: t('collect.command', { name }),
        run: () => navigate({ page: 'collect', deviceId: device.id }),
      },
      {
        id: `monitor.${device.id}`,
        group: 'boxes',
        label: t('monitor.command', { name }),
        run: () => navigate({ page: 'monitor', deviceId: device.id }),
      },
    ]
  })
  const action = (id: string, label: string, run: () => void): Command => ({ id, group: 'actions', label, run })
  return [
    ...toSections,
    ...toBoxes,
    action('stb', t('keyboard.actions.startStb'), () => void startDemoBox('stb')),
    action('gateway', t('keyboard.actions.startGateway'), () => void startDemoBox('gateway')),
    action('copyUrl', t('keyboard.actions.copyAcsUrl'), () => void navigator.clipboard.writeText(acsUrl)),
    action('theme', t('keyboard.actions.toggleTheme'), () => void changeSettings({ theme: isDark ? 'light' : 'dark' })),
    action('language', languageNames[otherLanguage], () => void changeSettings({ language: otherLanguage })),
    action('neighbours', t('discovery.title'), () => navigate({ page: 'devices', tab: 'neighbours' })),
    action('selfCheck', t('selfCheck.title'), () => navigate({ page: 'reach', tab: 'check' })),
    action('radar', t('radar.title'), () => navigate({ page: 'reach', tab: 'radar' })),
    action('pointing', t('pointing.title'), () => navigate({ page: 'reach', tab: 'pointing' })),
    action('handOver', t('handOver.title'), () => navigate({ page: 'reach', tab: 'handOver' })),
    action('templates', t('provision.tabs.templates'), () => navigate({ page: 'provision', tab: 'templates' })),
    action('zeroTouch', t('provision.tabs.zeroTouch'), () => navigate({ page: 'provision', tab: 'zeroTouch' })),
    action('backups', t('backup.title'), () => navigate({ page: 'backup' })),
    action('dataModels', t('dataModels.title'), () => navigate({ page: 'dataModels' })),
    action('faults', t('catalogue.title'), () => navigate({ page: 'faults' })),
    action('quirks', t('quirkPage.title'), () => navigate({ page: 'quirks' })),
    action('credentials', t('credentialPage.title'), () => navigate({ page: 'credentials' })),
    action('retryPorts', t('home.ports.retry'), () => void call('network.restart', {})),
    action('sheet', t('keyboard.actions.shortcuts'), onOpenSheet),
  ]
}

/** The commands that hold every word of the text, in any order. */
export function matchingCommands(commands: Command[], text: string): Command[] {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  return commands.filter(({ label, hint }) => {
    const searched = `${label} ${hint ?? ''}`.toLowerCase()
    return words.every((word) => searched.includes(word))
  })
}
