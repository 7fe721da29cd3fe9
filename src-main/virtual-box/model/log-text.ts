import { localTime } from './builders.ts'
import type { BoxFacts } from './spec.ts'

const LINES = [
  'kernel: eth0: link up, 1000Mbps, full-duplex',
  'dhcpc: lease of %ADDRESS% obtained, lease time 86400',
  'cwmp: Inform sent, session opened',
  'cwmp: session closed, 0 requests pending',
  'ntpc: time set, offset +0.031 s',
  'player: join 239.3.1.%N%:8001 ok in 84 ms',
  'player: RTP loss 0.0%N% %, jitter 3 ms, recovered by FEC',
  'epg: login of user ok, token renewed',
  'player: decoder resync, 1 frame concealed',
  'monitor: cpu 23 %, memory 61 %, flash 48 %',
] as const

/** The last `count` lines of a plausible system log, oldest first; the same moment gives the same text. */
export function logText({ now, facts }: { readonly now: Date; readonly facts: BoxFacts }, count: number): string {
  const last = Math.floor(now.getTime() / 20_000)
  return Array.from({ length: count }, (_, i) => {
    const beat = last - (count - 1 - i)
    const line = LINES[(beat * 7 + facts.index) % LINES.length] ?? LINES[0]
    const text = line.replace('%ADDRESS%', facts.address).replace('%N%', String((beat + facts.index) % 9))
    return `${localTime(new Date(beat * 20_000))} ${facts.serialNumber} ${text}`
  }).join('\n')
}
