import { AppError } from '#shared/errors.ts'
import type { DiscoveryScope, Neighbour } from '#shared/model/discovery.ts'
import {
  type DhcpStatus,
  handStepsFor,
  type PointingMethod,
  type Tr064Info,
  type Tr064Result,
} from '#shared/model/pointing.ts'
import type { Login } from '../credentials/credential-service.ts'
import type { DhcpServer, DhcpStart } from './dhcp/dhcp-server.ts'
import type { Operators } from './operators.ts'
import type { Tr064Box, Tr064Directory } from './tr064/directory.ts'
import { readManagementServer, setManagementServer, type WantedSettings } from './tr064/management-server.ts'

export interface PointingDeps {
  neighbours: () => readonly Neighbour[]
  scope: () => DiscoveryScope | null
  acsUrl: () => string
  isOwnUrl: (url: string) => boolean
  directory: Tr064Directory
  operators: Operators
  dhcp: DhcpServer
}

/** The ways to make a box contact this laptop; none is taken without being told to. */
export class PointingService {
  readonly #deps: PointingDeps

  constructor(deps: PointingDeps) {
    this.#deps = deps
  }

  /** From mild to strong. Throws NOT_FOUND for a neighbour that is gone; without one the ways for any box. */
  methods(neighbourKey: string | undefined): PointingMethod[] {
    const neighbour = neighbourKey === undefined ? null : this.#neighbour(neighbourKey)
    const hasTr064 = neighbour !== null && this.#deps.directory.find(neighbour.addresses) !== undefined
    const dhcpReason = this.#dhcpReason()
    return [
      { id: 'hand', isAvailable: true, reason: null, handSteps: handStepsFor(neighbour?.vendorId ?? null) },
      { id: 'tr064', isAvailable: hasTr064, reason: hasTr064 ? null : 'noTr064', handSteps: null },
      { id: 'dhcp', isAvailable: dhcpReason === null, reason: dhcpReason, handSteps: null },
    ]
  }

  /** Reads a box's ACS settings by TR-064. Throws TR064_NOT_OFFERED and what the client throws. */
  async tr064Read(neighbourKey: string, login: Login): Promise<Tr064Info> {
    return await readManagementServer(this.#target(neighbourKey, login).target)
  }

  /** Sets them; what stood there is remembered first, unless it was ours. */
  async tr064Set(
    neighbourKey: string,
    login: Login,
    wanted: Omit<WantedSettings, 'url'> & { url?: string | undefined },
  ): Promise<Tr064Result> {
    const { target, box, neighbour } = this.#target(neighbourKey, login)
    const { operators, acsUrl, isOwnUrl } = this.#deps
    const whose = { deviceId: neighbour.deviceId, serialNumber: neighbour.serial || box.serial }
    const result = await setManagementServer(target, { ...wanted, url: wanted.url ?? acsUrl() }, (before) => {
      if (!isOwnUrl(before.url) && before.url !== '') operators.remember(whose, valuesOf(before), 'tr064')
    })
    if (result.isVerified && !isOwnUrl(result.after.url)) operators.handedOver(whose)
    return result
  }

  /** Starts the DHCP server on the chosen adapter. Throws what it throws. */
  async startDhcp(options: Pick<DhcpStart, 'pool' | 'option43'>): Promise<DhcpStatus> {
    const scope = this.#deps.scope()
    if (!scope) throw new AppError('DHCP_NO_NETWORK', { address: '', prefixLength: 0 })
    return await this.#deps.dhcp.start({ scope, acsUrl: this.#deps.acsUrl(), ...options })
  }

  #dhcpReason(): PointingMethod['reason'] {
    if (this.#deps.scope() === null) return 'noAdapter'
    return this.#deps.dhcp.status().error?.code === 'DHCP_OTHER_SERVER' ? 'foreignDhcp' : null
  }

  #neighbour(key: string): Neighbour {
    const found = this.#deps.neighbours().find((one) => one.key === key)
    if (!found) throw new AppError('NOT_FOUND', { id: key })
    return found
  }

  #target(neighbourKey: string, login: Login) {
    const neighbour = this.#neighbour(neighbourKey)
    const box: Tr064Box | undefined = this.#deps.directory.find(neighbour.addresses)
    if (!box) throw new AppError('TR064_NOT_OFFERED', { address: neighbour.addresses[0] ?? '' })
    const localAddress = this.#deps.scope()?.address ?? ''
    return { neighbour, box, target: { service: box.service, localAddress, login } }
  }
}

function valuesOf({ url, username, periodicInformInterval }: Tr064Info): Record<string, string> {
  return {
    URL: url,
    ...(username === '' ? {} : { Username: username }),
    ...(periodicInformInterval === null ? {} : { PeriodicInformInterval: String(periodicInformInterval) }),
  }
}
