import { create } from 'zustand'
import type { DiagnosticTest } from '#shared/model/diagnose.ts'

/** Where the window is. */
export type Route =
  | { page: 'home' }
  | { page: 'devices'; tab?: DevicesTab }
  | { page: 'device'; id: string }
  | { page: 'console'; deviceId: string; method?: string }
  | { page: 'reach'; tab?: ReachTab; neighbourKey?: string; deviceId?: string }
  | { page: 'faults'; code?: number; deviceId?: string }
  | { page: 'quirks'; model?: string }
  | { page: 'credentials'; deviceId?: string }
  | { page: 'read'; deviceId?: string; paths?: readonly string[] }
  | { page: 'explorer'; deviceId?: string; path?: string }
  | { page: 'firmware'; firmwareId?: string; deviceIds?: readonly string[]; batchId?: string; jobId?: string }
  | {
      page: 'provision'
      tab?: ProvisionTab
      step?: ProvisionStep
      deviceIds?: readonly string[]
      templateId?: string
      batchId?: string
      ruleId?: string
    }
  | { page: 'template'; id?: string; copyOf?: string }
  | { page: 'backup'; deviceId?: string }
  | { page: 'restore'; snapshotId: string }
  | { page: 'dataModels' }
  | { page: 'compare'; left?: CompareSide; right?: CompareSide }
  | { page: 'job'; id: string }
  | { page: 'alarms'; deviceId?: string; id?: string }
  | { page: 'diagnose'; deviceId?: string; tests?: readonly DiagnosticTest[] }
  | { page: 'monitor'; deviceId?: string }
  | { page: 'collect'; deviceId?: string; tab?: CollectTab }
  | { page: 'trace'; sessionId?: string }
  | { page: 'history' }
  | { page: 'snapshot'; id: string }
  | { page: 'settings'; focus?: SettingsFocus }

/** What is compared: a snapshot, a box as it was last read, or what a template would make of the other side. */
export type CompareSide = { snapshotId: string } | { deviceId: string } | { templateId: string }
export type DevicesTab = 'boxes' | 'neighbours'
/** From the laptop outwards: its own ports, who knocks, how to bring a box here, how to give it back. */
export type ReachTab = 'check' | 'radar' | 'pointing' | 'handOver'
/** Step by step, the templates themselves, and what starts by itself. */
export type ProvisionTab = 'guided' | 'templates' | 'zeroTouch'
/** Steps before anything is written. */
export type ProvisionStep = 'boxes' | 'template' | 'values' | 'check'
/** What boxes gave, and what is in it. */
export type CollectTab = 'collect' | 'logs'
export type SettingsFocus = 'login' | 'discovery' | 'tls' | 'sessions'

interface RouteStore {
  route: Route
  past: readonly Route[]
}

const keptSteps = 50

export const useRouteStore = create<RouteStore>()(() => ({ route: { page: 'home' }, past: [] }))

export function useRoute(): Route {
  return useRouteStore((store) => store.route)
}

/** Asked before the window goes elsewhere; true when it takes over, and goes itself if that is the answer. */
type LeaveGuard = (go: () => void) => boolean
let guard: LeaveGuard | null = null

/** Sets who is asked before the window goes elsewhere; gives back a function that takes it away. */
export function guardLeaving(ask: LeaveGuard): () => void {
  guard = ask
  return () => {
    if (guard === ask) guard = null
  }
}

function leave(go: () => void): void {
  if (!guard?.(go)) go()
}

/** Goes to a place; `goBack` returns from it. */
export function navigate(route: Route): void {
  leave(() => go(route))
}

function go(route: Route): void {
  useRouteStore.setState((store) => ({ route, past: [...store.past, store.route].slice(-keptSteps) }))
}

/** Goes on to a place that takes the place of the present one: back leads to where the present one was called. */
export function replaceRoute(route: Route): void {
  useRouteStore.setState({ route })
}

export function goBack(): void {
  leave(() => useRouteStore.setState(({ route, past }) => ({ route: past.at(-1) ?? route, past: past.slice(0, -1) })))
}
