import { chineseMakers } from './oui-china.ts'
import { otherMakers } from './oui-world.ts'

/** A maker of set-top boxes, gateways or optical terminals; `kind` where it makes only the one. */
export interface OuiVendor {
  id: string
  name: string
  kind: 'box' | 'router' | 'unknown'
  /** First three bytes of its MAC addresses, six hexadecimal digits each; blanks do not count. */
  prefixes: string
}

let table: Map<string, OuiVendor> | null = null

/** The maker of a network chip by its MAC; undefined where it is none of ours, or the address is a random one. */
export function vendorOfMac(mac: string | undefined): OuiVendor | undefined {
  table ??= buildTable()
  return mac === undefined
    ? undefined
    : table.get(
        mac
          .replace(/[^0-9a-f]/gi, '')
          .slice(0, 6)
          .toUpperCase(),
      )
}

function buildTable(): Map<string, OuiVendor> {
  const rows = [...chineseMakers, ...otherMakers].flatMap((vendor) =>
    (vendor.prefixes.match(/[0-9A-F]{6}/g) ?? []).map((prefix): [string, OuiVendor] => [prefix, vendor]),
  )
  return new Map(rows)
}
