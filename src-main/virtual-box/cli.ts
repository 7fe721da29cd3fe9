import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { boxFacts } from './model/facts.ts'
import { MODEL_NAMES } from './model/models.ts'
import type { CwmpVersion, ModelName } from './model/spec.ts'
import type { BoxEvent } from './options.ts'
import { QUIRKS, type Quirks } from './quirks.ts'
import { buildImage } from './transfer/firmware-image.ts'
import { type LabOptions, VirtualLab } from './virtual-lab.ts'

const HELP = `Virtual boxes for training on a bench.

  node src-main/virtual-box/cli.ts --acs URL [--model ${MODEL_NAMES.join('|')}] [--count N]
      [--user NAME --password TEXT] [--address IP] [--cwmp 1.0..1.4] [--parameters N] [--scale FACTOR]
      [--set PATH=VALUE ...] [--quirk NAME[=VALUE] ...]
  node src-main/virtual-box/cli.ts --image FILE --version TEXT [--model …]   writes a firmware image
  node src-main/virtual-box/cli.ts --quirks                                  lists the quirks
`

/** Turns `name` or `name=value` into a quirk; numbers and booleans are read as such. Throws for an unknown name. */
export function parseQuirk(text: string): Quirks {
  const at = text.indexOf('=')
  const name = at < 0 ? text : text.slice(0, at)
  const value = at < 0 ? 'true' : text.slice(at + 1)
  if (!(name in QUIRKS)) {
    throw new Error(`no quirk ${name}; see --quirks`)
  }
  const isWord = name === 'booleanForm' || name === 'mustUnderstand'
  const parsed = isWord
    ? value
    : value === 'true'
      ? true
      : value === 'false'
        ? false
        : /^\d+$/.test(value)
          ? Number(value)
          : value
  return { [name]: name === 'unsupportedMethods' ? value.split(',') : parsed }
}

function pair(text: string): [string, string] {
  const at = text.indexOf('=')
  return [text.slice(0, at), text.slice(at + 1)]
}

const say = (text: string): void => void process.stdout.write(`${text}\n`)

const tell = (event: BoxEvent, id: string): void => {
  const { kind, ...rest } = event
  say(`${new Date().toISOString().slice(11, 23)} ${id} ${kind} ${JSON.stringify(rest)}`)
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      acs: { type: 'string' },
      model: { type: 'string', default: 'stb' },
      count: { type: 'string', default: '1' },
      user: { type: 'string' },
      password: { type: 'string' },
      address: { type: 'string' },
      cwmp: { type: 'string' },
      parameters: { type: 'string' },
      scale: { type: 'string' },
      set: { type: 'string', multiple: true },
      quirk: { type: 'string', multiple: true },
      quirks: { type: 'boolean' },
      image: { type: 'string' },
      version: { type: 'string' },
      help: { type: 'boolean' },
    },
  })
  const model = MODEL_NAMES.find((name) => name === values.model)
  if (values.quirks === true) {
    say(
      Object.entries(QUIRKS)
        .map(([name, text]) => `${name.padEnd(28)}${text}`)
        .join('\n'),
    )
  } else if (model !== undefined && values.image !== undefined && values.version !== undefined) {
    await writeImage(model, values.image, values.version)
  } else if (model === undefined || values.acs === undefined || values.help === true) {
    say(HELP)
  } else {
    const options: Partial<LabOptions> = {
      ...(values.user === undefined ? {} : { username: values.user }),
      ...(values.password === undefined ? {} : { password: values.password }),
      ...(values.address === undefined ? {} : { localAddress: values.address }),
      ...(values.cwmp === undefined ? {} : { cwmpVersion: values.cwmp as CwmpVersion }),
      ...(values.parameters === undefined ? {} : { parameterCount: Number(values.parameters) }),
      ...(values.scale === undefined ? {} : { timeScale: Number(values.scale) }),
      values: Object.fromEntries((values.set ?? []).map(pair)),
      quirks: Object.assign({}, ...(values.quirk ?? []).map(parseQuirk)) as Quirks,
    }
    await play(model, Number(values.count), values.acs, options)
  }
}

async function writeImage(model: ModelName, file: string, version: string): Promise<void> {
  const { productClass, hardwareVersion } = boxFacts(model, 1, '', '')
  await writeFile(file, buildImage({ productClass, hardwareVersion, version }, 4_194_304))
  say(`${file}: ${productClass} ${hardwareVersion} ${version}`)
}

async function play(model: ModelName, count: number, acsUrl: string, options: Partial<LabOptions>): Promise<void> {
  const lab = new VirtualLab({ ...options, acsUrl, onEvent: tell })
  const boxes = await lab.start(model, count)
  say(boxes.map(({ id, serialNumber }) => `${id} ${serialNumber}`).join('\n'))
  // the boxes' own timers do not hold the process: this one does
  const alive = setInterval(() => undefined, 60_000)
  const end = () => {
    clearInterval(alive)
    void lab.stop()
  }
  process.once('SIGINT', end)
  process.once('SIGTERM', end)
}

if (import.meta.main) {
  await main()
}
