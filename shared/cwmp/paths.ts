/** The data model a box speaks, told by its root object and its parameters. */
export type DataModel = 'tr098' | 'tr181' | 'tr106' | 'unknown'

/** First component of a path without its dot: `Device`, `InternetGatewayDevice`; empty for the empty path. */
export function rootOf(path: string): string {
  const dot = path.indexOf('.')
  return dot < 0 ? path : path.slice(0, dot)
}

/** Whether a path means an object and all below it: it ends with a dot, or is empty (TR-069 A.2.3). */
export function isPartialPath(path: string): boolean {
  return path === '' || path.endsWith('.')
}

/** The object that holds a parameter or object, with its dot; empty for a root. */
export function parentOf(path: string): string {
  const end = path.endsWith('.') ? path.length - 2 : path.length - 1
  return path.slice(0, path.lastIndexOf('.', end) + 1)
}

/** Last component of a path, without its dot. */
export function lastNameOf(path: string): string {
  const whole = path.endsWith('.') ? path.slice(0, -1) : path
  return whole.slice(whole.lastIndexOf('.') + 1)
}

/** Whether `path` is `object` itself or stands below it; `object` is a partial path. */
export function isBelow(path: string, object: string): boolean {
  return path.startsWith(object) && isPartialPath(object)
}

const INSTANCE = /^(?:[1-9]\d*|\[[^\]]+\])$/

/** Whether a component is an instance number, or an alias in brackets (TR-069 A.2.2). */
export function isInstance(component: string): boolean {
  return INSTANCE.test(component)
}

/** The instance numbers in a path, outermost first; aliases are left out. */
export function instanceNumbersOf(path: string): number[] {
  return path.split('.').flatMap((component) => (/^[1-9]\d*$/.test(component) ? [Number(component)] : []))
}

/** The path with `{i}` for each instance, as data models and dictionaries write it. */
export function genericPathOf(path: string): string {
  if (!/[.](?:\d|\[)/.test(path)) return path
  return path
    .split('.')
    .map((component) => (isInstance(component) ? '{i}' : component))
    .join('.')
}

/** Instance numbers directly below a table, rising, as a list of paths shows them; `table` ends with a dot. */
export function instancesIn(table: string, paths: Iterable<string>): number[] {
  const found = new Set<number>()
  for (const path of paths) {
    if (!path.startsWith(table)) continue
    const component = path.slice(table.length, path.indexOf('.', table.length))
    if (/^[1-9]\d*$/.test(component)) found.add(Number(component))
  }
  return [...found].sort((a, b) => a - b)
}

/** Objects that only one of the two models with the root `Device` has (TR-181 issue 2, TR-106/TR-181 issue 1). */
const DEVICE_2 =
  /^Device\.(?:RootDataModelVersion|IP\.|Ethernet\.|WiFi\.|DHCPv4\.|PPP\.|Routing\.|DNS\.|NAT\.|Hosts\.|Bridging\.)/
const DEVICE_1 = /^Device\.(?:DeviceSummary$|LAN\.)/

/**
 * The data model, from names a box has shown: its root and, for `Device`, the parameters that only one model has.
 * A bare `Device.` without any of them is unknown.
 */
export function dataModelOf(paths: Iterable<string>): DataModel {
  let isDevice1 = false
  for (const path of paths) {
    if (path.startsWith('InternetGatewayDevice.')) return 'tr098'
    if (DEVICE_2.test(path)) return 'tr181'
    if (DEVICE_1.test(path)) isDevice1 = true
  }
  return isDevice1 ? 'tr106' : 'unknown'
}
