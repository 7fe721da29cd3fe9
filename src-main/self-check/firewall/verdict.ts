/** Ports that boxes must be able to reach. */
export interface NeededPorts {
  tcp: readonly number[]
  udp: readonly number[]
}

/**
 * What is known of the firewall of this laptop. `blocked` comes with the exact line that opens the ports; the app never
 * runs it. `unreadable` where the system does not tell without administrator rights; the line is then for the case that
 * it blocks. `foreign`: a firewall of another maker rules, which nobody but itself can be asked about.
 */
export type FirewallVerdict =
  | { kind: 'none' }
  | { kind: 'open'; name: string }
  | { kind: 'blocked'; name: string; zone: string; command: string }
  | { kind: 'foreign'; name: string }
  | { kind: 'unreadable'; name: string; command: string }
