import { z } from 'zod'

/** For which boxes credentials are kept; the narrowest wins. */
export const CredentialScope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('default') }),
  /** `OUI-ProductClass`, as quirks name a model. */
  z.strictObject({ kind: z.literal('model'), model: z.string().min(1) }),
  z.strictObject({ kind: z.literal('device'), deviceId: z.string().min(1) }),
])
export type CredentialScope = z.infer<typeof CredentialScope>

/** `acs`: the box's login at this ACS (TR-069 3.4.4); `connectionRequest`: ours at the box (3.2.2). */
export const CredentialDirection = z.enum(['acs', 'connectionRequest'])
export type CredentialDirection = z.infer<typeof CredentialDirection>

/** Credentials as they are listed: the password stays in the secret store. */
export const Credential = z.object({
  id: z.string(),
  scope: CredentialScope,
  direction: CredentialDirection,
  username: z.string(),
  source: z.enum(['manual', 'generated']),
  /** ISO 8601 in UTC. */
  changedAt: z.string(),
})
export type Credential = z.infer<typeof Credential>

export const CredentialInput = z.strictObject({
  scope: CredentialScope,
  direction: CredentialDirection,
  username: z.string().max(256),
  password: z.string().max(256),
})
export type CredentialInput = z.infer<typeof CredentialInput>
