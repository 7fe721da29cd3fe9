import type { LoginKeeper } from '../workflows/set-credentials.ts'
import type { CredentialService, Login, Secrets } from './credential-service.ts'

/** Logins as jobs handle them: kept by the credential service, drafts sealed in the secret store. */
export function createLoginKeeper(service: CredentialService, secrets: Secrets): LoginKeeper {
  const draftName = (jobId: string, direction: string): string => `draft.${jobId}.${direction}`
  return {
    ownOf: (deviceId, direction) => service.ownOf(deviceId, direction),
    set: (deviceId, direction, login) =>
      void service.set({ scope: { kind: 'device', deviceId }, direction, ...login }, 'generated'),
    draft(jobId, direction) {
      const text = secrets.get(draftName(jobId, direction))
      return text === null ? null : (JSON.parse(text) as Login)
    },
    setDraft: (jobId, direction, login) => secrets.set(draftName(jobId, direction), JSON.stringify(login)),
    dropDrafts(jobId) {
      for (const direction of ['connectionRequest', 'acs']) secrets.delete(draftName(jobId, direction))
    },
  }
}
