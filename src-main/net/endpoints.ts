import type { Endpoints, Listener } from '#shared/model/network.ts'
import { urlHost } from './address.ts'

/** The path that we tell boxes; any other is served as well. */
const acsPath = '/acs'

/** Where boxes find us, from the state of the listeners. */
export function endpointsOf(listeners: Listener[]): Endpoints {
  const find = (name: Listener['name']): { address: string; port: number } =>
    listeners.find((listener) => listener.name === name) ?? { address: '', port: 0 }
  const url = ({ address, port }: { address: string; port: number }): string => `http://${urlHost(address)}:${port}`
  const { address, port } = find('stun')
  return { acsUrl: `${url(find('acs'))}${acsPath}`, fileUrl: url(find('files')), stun: { address, port } }
}
