import type { CpeEnvelope, CwmpVersion } from './messages.ts'

/** All versions, rising. */
export const CWMP_VERSIONS: readonly CwmpVersion[] = ['1.0', '1.1', '1.2', '1.3', '1.4']

/** The namespace we write when the box named none. */
export const FALLBACK_NAMESPACE = 'urn:dslforum-org:cwmp-1-0'

type VersionSigns = Pick<CpeEnvelope, 'namespace' | 'supportedVersions' | 'sessionTimeoutSeconds'>

/**
 * The highest version a box speaks, from its Inform (spec 01 section 1): what it lists, else what its namespace says,
 * where SessionTimeout tells 1.3 from 1.2. A namespace we do not know counts as the version it names, within ours.
 */
export function inferVersion({ namespace, supportedVersions, sessionTimeoutSeconds }: VersionSigns): CwmpVersion {
  const listed = supportedVersions.at(-1)
  if (listed !== undefined) return listed
  const minor = Number(/cwmp-1-(\d{1,2})$/.exec(namespace ?? '')?.[1] ?? 0)
  const named = CWMP_VERSIONS[Math.min(minor, CWMP_VERSIONS.length - 1)] ?? '1.0'
  return named === '1.2' && sessionTimeoutSeconds !== null ? '1.3' : named
}

/** How the ACS speaks in a session. */
export interface Negotiated {
  version: CwmpVersion
  /** The box's own, which every message repeats. */
  namespace: string
  /** For the UseCWMPVersion header of InformResponse; undefined for a box that did not list its versions. */
  useVersion: CwmpVersion | undefined
}

/** Settles version and namespace of a session from its Inform. We know all versions, so there is always a common one. */
export function negotiate(inform: VersionSigns): Negotiated {
  const version = inferVersion(inform)
  return {
    version,
    namespace: inform.namespace ?? FALLBACK_NAMESPACE,
    useVersion: inform.supportedVersions.length > 0 ? version : undefined,
  }
}
