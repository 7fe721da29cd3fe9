import { bench, describe } from 'vitest'
import { diffByPath } from '#shared/parameters/diff.ts'
import { parametersToCsv } from '#shared/parameters/export.ts'
import { createSearchIndex } from '#shared/parameters/search.ts'
import { buildTree, flatten, parametersOf } from '#shared/parameters/tree.ts'

/** A box of 20,000 parameters, as large as they come. */
const values = Array.from({ length: 20_000 }, (_, index) => ({
  name: `InternetGatewayDevice.LANDevice.1.Hosts.Host.${Math.floor(index / 8) + 1}.${['IPAddress', 'AddressSource', 'LeaseTimeRemaining', 'MACAddress', 'HostName', 'InterfaceType', 'Active', 'X_ACME_Odd'][index % 8]}`,
  value: `value ${index}`,
  type: 'string',
}))
const tree = buildTree(values)
const parameters = parametersOf(tree)
const index = createSearchIndex(parameters)
const expanded = new Set(
  values.flatMap(({ name }) => [...name.matchAll(/\./g)].map(({ index }) => name.slice(0, index + 1))),
)
const found = new Set(index.search('mac'))
const heads = { path: 'Path', name: 'Name', value: 'Value', type: 'Type', fault: 'Fault' }

describe('the explorer, 20,000 parameters', () => {
  bench('build the tree', () => void buildTree(values))
  bench('flatten, all open', () => void flatten(tree, expanded))
  bench('flatten what a search found', () => void flatten(tree, new Set(), found))
  bench('build the search index', () => void createSearchIndex(parameters))
  bench('search two words', () => void index.search('host mac'))
  bench('search a word that nothing has', () => void index.search('zzz'))
  bench('compare with another snapshot', () => void diffByPath(values, values))
  bench('export CSV', () => void parametersToCsv(values, heads, 'en', { withSecrets: true }))
})
