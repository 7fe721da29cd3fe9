import { expect, test } from 'vitest'
import { concepts } from '../../../shared/dictionary/index.ts'
import { isSecret, mayNameSecret } from '../../../shared/dictionary/secret.ts'

const paths = concepts.flatMap((concept) => concept.paths.map(({ path }) => path.replaceAll('{i}', '1')))

test.each([
  ['Device.ManagementServer.Password', true],
  ['Device.ManagementServer.ConnectionRequestPassword', true],
  ['InternetGatewayDevice.LANDevice.1.WLANConfiguration.1.KeyPassphrase', true],
  ['InternetGatewayDevice.DeviceConfig.ConfigFile', true],
  ['Device.X_ACME.Admin.Passwd', true],
  ['InternetGatewayDevice.LANDevice.1.WLANConfiguration.1.WEPKey.1.WEPKey', true],
  ['InternetGatewayDevice.LANDevice.1.WLANConfiguration.1.WEPKeyIndex', false],
  ['Device.UserInterface.PasswordRequired', false],
  ['Device.ManagementServer.ParameterKey', false],
  ['Device.ManagementServer.Username', false],
])('%s is a secret: %s', (path, secret) => {
  expect(isSecret(path)).toBe(secret)
})

test('a text that names a secret is never taken for harmless', () => {
  const secrets = paths.filter(isSecret)
  expect(secrets.length).toBeGreaterThan(20)
  for (const path of secrets) expect.soft(mayNameSecret(`<Name>${path}</Name>`), path).toBe(true)
  expect(mayNameSecret('<Name>Device.Time.NTPServer1</Name><Value>ntp.example</Value>')).toBe(false)
})
