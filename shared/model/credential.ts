import { z } from 'zod'

/** `OUI-ProductClass`, as quirks name a model. */
const ofModel = z.strictObject({ kind: z.literal('model'), model: z.string().min(1) })
const ofDevice = z.strictObject({ kind: z.literal('device'), deviceId: z.string().min(1) })

/** For which boxes credentials are kept; the narrowest wins. */
export const CredentialScope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('default') }),
  ofModel,
  ofDevice,
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

/** Boxes that may be sent the password by Basic, which anybody on the wire can read: one box or one model, never all. */
export const BasicScope = z.discriminatedUnion('kind', [ofModel, ofDevice])
export type BasicScope = z.infer<typeof BasicScope>

/** The technician's consent to Basic in connection requests. */
export const BasicConsent = z.object({
  id: z.string(),
  scope: BasicScope,
  /** ISO 8601 in UTC. */
  changedAt: z.string(),
})
export type BasicConsent = z.infer<typeof BasicConsent>
