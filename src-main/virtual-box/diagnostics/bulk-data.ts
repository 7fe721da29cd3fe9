import { type BoxCore, isSet, momentOf } from '../core.ts'
import { currentValue, findObject, findParameter, parametersOf } from '../model/tree.ts'
import { transferFile } from '../transfer/fetch.ts'

const ROOT = 'Device.BulkData.'

/** Sends the reports of every profile that is on (TR-069 Annex N) until something of them is written, or power goes. */
export async function sendBulkData(core: BoxCore, signal: AbortSignal): Promise<void> {
  if (!isSet(core, 'BulkData.Enable')) {
    return
  }
  const profiles = [...(findObject(core.tree, `${ROOT}Profile.`)?.children.values() ?? [])].map(({ path }) => path)
  await Promise.all(
    profiles.filter((path) => value(core, `${path}Enable`) === '1').map((path) => sendProfile(core, path, signal)),
  )
}

const value = (core: BoxCore, path: string): string => findParameter(core.tree, path)?.value ?? ''

async function sendProfile(core: BoxCore, path: string, signal: AbortSignal): Promise<void> {
  const interval = Math.max(
    Number(value(core, `${path}ReportingInterval`)),
    Number(value(core, `${ROOT}MinReportingInterval`)),
  )
  while (await core.clock.sleep(interval, signal)) {
    const isJson = value(core, `${path}EncodingType`) === 'JSON'
    await transferFile({
      method: value(core, `${path}HTTP.Method`) === 'PUT' ? 'PUT' : 'POST',
      url: value(core, `${path}HTTP.URL`),
      credentials: { username: value(core, `${path}HTTP.Username`), password: value(core, `${path}HTTP.Password`) },
      body: Buffer.from(isJson ? jsonReport(core, path) : csvReport(core, path)),
      signal,
      timeoutMs: 10_000,
    })
  }
}

/** The parameters of a profile, under their paths, as the references name them: one by one or a whole object. */
function valuesOf(core: BoxCore, path: string): [name: string, value: string][] {
  const references = [...(findObject(core.tree, `${path}Parameter.`)?.children.values() ?? [])]
  return references.flatMap((row) => {
    const reference = value(core, `${row.path}Reference`)
    const node = reference.endsWith('.') ? findObject(core.tree, reference) : findParameter(core.tree, reference)
    const nodes = node === undefined ? [] : [...parametersOf(node)]
    return nodes.map((one): [string, string] => [one.path, currentValue(core.tree, one, momentOf(core))])
  })
}

function jsonReport(core: BoxCore, path: string): string {
  const seconds = Math.floor(Date.now() / 1000)
  return JSON.stringify({ Report: [{ CollectionTime: seconds, ...Object.fromEntries(valuesOf(core, path)) }] })
}

/** ParameterPerRow (N.3.5). */
function csvReport(core: BoxCore, path: string): string {
  const seconds = Math.floor(Date.now() / 1000)
  const rows = valuesOf(core, path).map(([name, one]) => `${seconds},${name},"${one.replaceAll('"', '""')}",string`)
  return ['ReportTimestamp,ParameterName,ParameterValue,ParameterType', ...rows].join('\r\n')
}
