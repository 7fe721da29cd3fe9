import type { Endpoints, Listener } from '#shared/model/network.ts'
import { urlHost } from './address.ts'

/** The path that we tell boxes; any other is served as well. */
const acsPath = '/acs'

/** Where boxes find us, from the state of the listeners. */
export function endpointsOf(listeners: Listener[]): Endpoints {
  const find = (name: Listener['name']): { address: string; port: number } =>
    listeners.find((listener) => listener.name === name) ?? { address: '', port: 0 }
  const authority = ({ address, port }: { address: string; port: number }): string => `${urlHost(address)}:${port}`
  const { address, port } = find('stun')
  const secure = find('acsTls')
  return {
    acsUrl: `http://${authority(find('acs'))}${acsPath}`,
    acsTlsUrl: secure.port === 0 ? null : `https://${authority(secure)}${acsPath}`,
    fileUrl: `http://${authority(find('files'))}`,
    stun: { address, port },
  }
}
