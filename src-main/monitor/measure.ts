import { genericPathOf, instanceNumbersOf, parentOf } from '#shared/cwmp/paths.ts'
import type { MonitorSample, SeriesInfo } from '#shared/model/monitor.ts'
import type { ParameterValue } from '#shared/model/parameter.ts'
import { type MetricSpec, metricOf, metricSpecs } from '#shared/monitor-metrics.ts'
import { groupBy } from '../util/group-by.ts'

/** The last count of each counter, by its path. */
export type Counts = ReadonlyMap<string, { value: number; at: number }>

export interface Measured {
  values: MonitorSample['values']
  texts: Record<string, string>
  counts: Counts
  /** Paths of the table's metrics that were there, with those beside them. */
  used: string[]
}

const byPath = groupBy(metricSpecs, ({ path }) => path)

/**
 * Turns values read at one time (milliseconds since the epoch) into figures; what only counts up needs the counts of the
 * time before, and gives nothing the first time. `extra` are bare parameters to be drawn as they are.
 */
export function measure(
  parameters: readonly ParameterValue[],
  at: number,
  before: Counts,
  extra: ReadonlySet<string> = new Set(),
): Measured {
  const all = new Map(parameters.map(({ name, value }) => [name, value]))
  const counts = new Map<string, { value: number; at: number }>()
  const measured: Measured = { values: [], texts: {}, counts, used: [] }
  const rise = (path: string): { rise: number; seconds: number } | null => {
    const value = numberOf(all.get(path))
    if (value === null) return null
    counts.set(path, { value, at })
    const last = before.get(path)
    if (!last || at <= last.at) return null
    const risen = riseOf(last.value, value)
    return risen === null ? null : { rise: risen, seconds: (at - last.at) / 1000 }
  }
  for (const { name: path, value } of parameters) {
    const specs = byPath.get(genericPathOf(path)) ?? []
    for (const spec of specs) {
      const name = nameOf(spec.metric, path)
      const whole = spec.whole === undefined ? [] : [parentOf(path) + spec.whole]
      measured.used.push(path, ...whole)
      if (spec.kind === 'text') measured.texts[name] = value
      else {
        const figure = figureOf(spec, path, all, rise)
        if (figure !== null) measured.values.push({ ...infoOf(name), value: figure })
      }
    }
    if (specs.length === 0 && extra.has(path)) {
      measured.used.push(path)
      const figure = numberOf(value)
      if (figure === null) measured.texts[path] = value
      else measured.values.push({ ...infoOf(path), value: figure })
    }
  }
  return measured
}

function figureOf(
  spec: MetricSpec,
  path: string,
  all: ReadonlyMap<string, string>,
  rise: (path: string) => { rise: number; seconds: number } | null,
): number | null {
  const scale = spec.scale ?? 1
  switch (spec.kind) {
    case 'gauge': {
      const value = numberOf(all.get(path))
      return value === null ? null : round(value * scale)
    }
    case 'counter': {
      const risen = rise(path)
      return risen && round((risen.rise / risen.seconds) * scale)
    }
    case 'ratio': {
      const [part, whole] = [rise(path), rise(parentOf(path) + spec.whole)]
      return part && whole && whole.rise > 0 ? round((100 * part.rise) / whole.rise) : null
    }
    case 'used': {
      const [free, total] = [numberOf(all.get(path)), numberOf(all.get(parentOf(path) + spec.whole))]
      return free === null || total === null || total <= 0 ? null : round(100 * (1 - free / total))
    }
    case 'text':
      return null
  }
}

/** Counters have 32 or 64 bits. One that fell from far up has gone round; any other was reset. */
export function riseOf(before: number, now: number): number | null {
  if (now >= before) return now - before
  const isNearEnd = before > 0xc000_0000 && before <= 0xffff_ffff
  return isNearEnd && now < 0x4000_0000 ? now + 0x1_0000_0000 - before : null
}

function nameOf(metric: string, path: string): string {
  const instances = instanceNumbersOf(path)
  return instances.length === 0 ? metric : `${metric} ${instances.join('.')}`
}

/** What a line of the drawing is, by its name. */
export function infoOf(name: string): SeriesInfo {
  const spec = metricOf(name)
  return { name, metric: spec?.metric ?? '', unit: spec?.unit ?? '' }
}

function numberOf(text: string | undefined): number | null {
  const number = Number(text?.trim() || Number.NaN)
  return Number.isFinite(number) ? number : null
}

function round(value: number): number {
  return Number(value.toPrecision(6))
}
