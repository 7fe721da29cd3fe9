import type { Tr064Info, Tr064Result } from '#shared/model/pointing.ts'
import { callAction, readActions, type Tr064Target } from './tr064-client.ts'

/** What is to be set; what is left out stays as it is. */
export interface WantedSettings {
  url: string
  username?: string | undefined
  password?: string | undefined
  periodicInformInterval?: number | undefined
}

/** What the box tells of its ACS settings (TR-064 ManagementServer:1, GetInfo). Throws what `callAction` throws. */
export async function readManagementServer(target: Tr064Target): Promise<Tr064Info> {
  const actions = await readActions(target)
  return await read(target, [...actions.keys()])
}

async function read(target: Tr064Target, actions: string[]): Promise<Tr064Info> {
  const values = await callAction(target, 'GetInfo')
  const interval = Number(values.get('NewPeriodicInformInterval') ?? Number.NaN)
  const enable = values.get('NewPeriodicInformEnable')
  return {
    url: values.get('NewURL') ?? '',
    username: values.get('NewUsername') ?? '',
    periodicInformEnable: enable === undefined ? null : /^(1|true)$/i.test(enable),
    periodicInformInterval: Number.isInteger(interval) ? interval : null,
    actions,
  }
}

/**
 * Sets the ACS settings by whatever actions the box lists, and reads them back. `remember` gets what stood there before
 * anything is changed. Throws what `callAction` throws.
 */
export async function setManagementServer(
  target: Tr064Target,
  wanted: WantedSettings,
  remember: (before: Tr064Info) => void,
): Promise<Tr064Result> {
  const actions = await readActions(target)
  const before = await read(target, [...actions.keys()])
  remember(before)
  for (const { action, args } of planActions(actions, wanted, before)) await callAction(target, action, args)
  const after = await read(target, before.actions)
  return { before, after, isVerified: after.url === wanted.url }
}

/** The calls in their order, the URL last: the box may leave at once. Pure. */
export function planActions(
  actions: ReadonlyMap<string, readonly string[]>,
  wanted: WantedSettings,
  before: Pick<Tr064Info, 'periodicInformEnable'>,
): { action: string; args: Record<string, string> }[] {
  const { url, username, password, periodicInformInterval: interval } = wanted
  // The names of arguments differ between makers: the box's own are taken where it lists just one.
  const single = (action: string, value: string | undefined) =>
    value === undefined || !actions.has(action)
      ? []
      : [{ action, args: { [actions.get(action)?.[0] ?? `New${action.replace('SetManagementServer', '')}`]: value } }]
  const periodic =
    interval === undefined || !actions.has('SetPeriodicInform')
      ? []
      : [
          {
            action: 'SetPeriodicInform',
            args: {
              NewPeriodicInformEnable: before.periodicInformEnable === false ? '0' : '1',
              NewPeriodicInformInterval: String(interval),
              NewPeriodicInformTime: '0001-01-01T00:00:00',
            },
          },
        ]
  const setUrl = {
    action: 'SetManagementServerURL',
    args: { [actions.get('SetManagementServerURL')?.[0] ?? 'NewURL']: url },
  }
  return [
    ...single('SetManagementServerUsername', username),
    ...single('SetManagementServerPassword', password),
    ...periodic,
    setUrl,
  ]
}
