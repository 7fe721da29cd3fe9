import { useComputedColorScheme } from '@mantine/core'
import { useEffect, useRef } from 'react'
import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import { useFormat } from '../../i18n/format.ts'
import { alignLines, type ChartData, zonesOf } from './chart-groups.ts'
import classes from './monitor.module.css'

const height = 150
/** The least that a time axis shows. */
const shortestSeconds = 60
const lineColours = ['--accent', '--info', '--warn', '--bad', '--ok', '--ink-soft']
/** Lines differ by their dashes too, not by colour alone. */
const dashes = [[], [6, 3], [2, 3], [8, 3, 2, 3]]

interface PlotProps {
  chart: ChartData
  names: readonly string[]
  /** Milliseconds since the epoch. */
  from: number | null
  to: number
  label: string
}

/** The curves of one metric over time, with its limits as bands. */
export function Plot({ chart, names, from, to, label }: PlotProps) {
  const host = useRef<HTMLDivElement>(null)
  const plot = useRef<uPlot | null>(null)
  const scheme = useComputedColorScheme('light')
  const format = useFormat()
  const shape = JSON.stringify([chart.key, names, chart.limits, scheme])
  const data = alignLines(chart.lines)
  const latest = useRef(data)
  latest.current = data

  // biome-ignore lint/correctness/useExhaustiveDependencies: a plot is made anew when its lines, limits or colours are others
  useEffect(() => {
    const element = host.current
    if (!element) return
    const options = optionsOf({ chart, names, width: element.clientWidth, time: format.time })
    const made = new uPlot(options, latest.current, element)
    plot.current = made
    const observer = new ResizeObserver(() => made.setSize({ width: element.clientWidth, height }))
    observer.observe(element)
    return () => {
      observer.disconnect()
      made.destroy()
      plot.current = null
    }
  }, [shape, format])

  // biome-ignore lint/correctness/useExhaustiveDependencies: the newest points and the shown time are the reasons
  useEffect(() => {
    const first = latest.current[0][0]
    plot.current?.batch(() => {
      plot.current?.setData(latest.current, true)
      // What began a moment ago fills the width, and grows into the time that was chosen.
      const min = Math.max((from ?? 0) / 1000, first ?? 0)
      plot.current?.setScale('x', { min: Math.min(min, to / 1000 - shortestSeconds), max: to / 1000 })
    })
  }, [from, to, shape, data.length, data[0].length, format])

  return <div ref={host} className={classes.plot} role="img" aria-label={label} />
}

interface OptionInput {
  chart: ChartData
  names: readonly string[]
  width: number
  time: (iso: string) => string
}

function optionsOf({ chart, names, width, time }: OptionInput): uPlot.Options {
  const style = getComputedStyle(document.documentElement)
  const colour = (name: string) => style.getPropertyValue(name).trim()
  const axis: uPlot.Axis = {
    stroke: colour('--ink-faint'),
    grid: { stroke: colour('--line'), width: 1 },
    ticks: { stroke: colour('--line'), width: 1 },
    font: `11px ${getComputedStyle(document.body).fontFamily}`,
  }
  return {
    width,
    height,
    legend: { show: names.length > 1 },
    cursor: { y: false, points: { size: 6 } },
    scales: { x: { time: true }, y: { range: (_plot, min, max) => rangeOf(min, max) } },
    series: [
      { value: (_plot, at) => (at === null ? '' : time(new Date(at * 1000).toISOString())) },
      ...names.map(
        (name, index): uPlot.Series => ({
          label: name,
          stroke: colour(lineColours[index % lineColours.length] ?? '--accent'),
          dash: dashes[Math.floor(index / 2) % dashes.length] ?? [],
          width: 1.75,
          spanGaps: true,
          points: { show: chart.lines[index] !== undefined && (chart.lines[index]?.points.length ?? 0) < 40, size: 5 },
        }),
      ),
    ],
    axes: [
      { ...axis, space: 80, values: (_plot, ats) => ats.map((at) => time(new Date(at * 1000).toISOString())) },
      { ...axis, size: 56 },
    ],
    hooks: { drawClear: [(plot) => drawZones(plot, chart, colour)] },
  }
}

/** A flat line stands in the middle; levels that cannot be negative start at zero. */
function rangeOf(min: number | null, max: number | null): [number, number] {
  if (min === null || max === null) return [0, 1]
  const room = Math.max((max - min) * 0.15, Math.abs(max) * 0.05, 0.5)
  return [min >= 0 ? Math.max(0, min - room) : min - room, max + room]
}

function drawZones(plot: uPlot, { limits }: ChartData, colour: (name: string) => string): void {
  if (limits === null) return
  const { ctx, bbox } = plot
  const clamp = (y: number) => Math.min(bbox.top + bbox.height, Math.max(bbox.top, y))
  const { min = 0, max = 1 } = plot.scales.y ?? {}
  ctx.save()
  for (const { verdict, from, to } of zonesOf(limits)) {
    const [low, high] = [Math.max(from, min), Math.min(to, max)]
    if (low >= high) continue
    const [top, bottom] = [clamp(plot.valToPos(high, 'y', true)), clamp(plot.valToPos(low, 'y', true))]
    ctx.fillStyle = colour(verdict === 'bad' ? '--bad-soft' : '--warn-soft')
    ctx.fillRect(bbox.left, top, bbox.width, bottom - top)
  }
  ctx.restore()
}
