import { describe, expect, it } from 'vitest'
import { ACS_RPCS, CPE_RPCS, CWMP_VERSIONS, encodeEnvelope } from '../../../../src-main/cwmp/codec/index.ts'
import type { AcsMessage, CwmpVersion } from '../../../../src-main/cwmp/codec/messages.ts'
import { ACS_MESSAGES } from '../../../support/acs-messages.ts'
import { hasSchemas, namespaceOf, validateEnvelopes } from '../../../support/xsd.ts'

function sinceOf(message: AcsMessage): CwmpVersion {
  if (message.name === 'Fault') return '1.0'
  const request = Object.entries(ACS_RPCS).find(([name]) => name === message.name)
  const response = Object.entries(CPE_RPCS).find(([name]) => `${name}Response` === message.name)
  return (request ?? response)?.[1].since ?? '1.0'
}

function envelopesOf(version: CwmpVersion): Record<string, string> {
  const known = ACS_MESSAGES.filter((message) => sinceOf(message) <= version)
  const namespace = namespaceOf(version)
  const envelopes = known.map((message) => [message.name, encodeEnvelope({ id: 'x 1', namespace, message })])
  const withVersion = {
    id: '1',
    namespace,
    useVersion: '1.4',
    message: { name: 'InformResponse', maxEnvelopes: 1 },
  } as const
  if (version === '1.4') envelopes.push(['UseCWMPVersion', encodeEnvelope(withVersion)])
  return Object.fromEntries(envelopes)
}

describe.skipIf(!hasSchemas)(
  'every envelope of ours is valid by the published schema (skipped without ../shared/data)',
  () => {
    it.each(CWMP_VERSIONS)('of CWMP %s', async (version) => {
      expect(await validateEnvelopes(envelopesOf(version), version)).toEqual([])
    })

    it.each(CWMP_VERSIONS)('and the check of %s does find faults', async (version) => {
      const namespace = namespaceOf(version)
      const good = encodeEnvelope({ id: '1', namespace, message: { name: 'Reboot', commandKey: '' } })
      const message = { name: 'AddObject', objectName: 'Device.WithoutDot', parameterKey: '' } as const
      for (const bad of [
        good.replaceAll('CommandKey', 'commandKey'),
        encodeEnvelope({ id: '1', namespace, message }),
      ]) {
        expect(await validateEnvelopes({ bad }, version)).not.toEqual([])
      }
    })
  },
)
