import { expect, it } from 'vitest'
import type { Check } from '#shared/model/self-check.ts'
import { startHeadless } from '../../support/headless.ts'

it('knocks at every server of the app, those that are switched off left out', async () => {
  const app = await startHeadless()
  const states = async () =>
    (await app.call<Check[]>('selfCheck.run'))
      .filter(({ id }) => id.endsWith('Probe'))
      .map(({ id, state }) => `${id} ${state}`)
  expect(await states()).toEqual(['acsProbe ok', 'filesProbe ok', 'stunProbe ok'])
  const on = { enabled: true, port: 0 }
  await app.call('settings.set', { tls: on, filesTls: on, ftp: on, tftp: on })
  const names = ['acs', 'acsTls', 'files', 'filesTls', 'ftp', 'tftp', 'stun']
  expect(await states()).toEqual(names.map((name) => `${name}Probe ok`))
  await app.stop()
})
