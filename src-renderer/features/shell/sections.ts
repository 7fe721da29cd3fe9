import {
  type Icon,
  IconActivityHeartbeat,
  IconAlertTriangle,
  IconArrowsLeftRight,
  IconChartLine,
  IconCpu,
  IconDeviceTv,
  IconHistory,
  IconListSearch,
  IconListTree,
  IconPackageExport,
  IconPencilCheck,
  IconPlugConnected,
  IconRadar2,
  IconSettings,
} from '@tabler/icons-react'
import type { JobKind } from '#shared/model/job.ts'
import type { Route } from '../../stores/route.ts'

export type SectionId =
  | 'home'
  | 'devices'
  | 'reach'
  | 'read'
  | 'explorer'
  | 'provision'
  | 'firmware'
  | 'alarms'
  | 'diagnose'
  | 'monitor'
  | 'collect'
  | 'trace'
  | 'history'
  | 'settings'

export interface Section {
  id: SectionId
  icon: Icon
  /** Pages that belong to this section besides its own. */
  pages: Route['page'][]
}

/** The sections in the order of the rail; their numbers are their keys, Ctrl+1 and so on. */
export const sections: readonly Section[] = [
  { id: 'home', icon: IconPlugConnected, pages: ['home'] },
  { id: 'devices', icon: IconDeviceTv, pages: ['devices', 'device', 'console'] },
  { id: 'reach', icon: IconRadar2, pages: ['reach'] },
  { id: 'read', icon: IconListSearch, pages: ['read'] },
  { id: 'explorer', icon: IconListTree, pages: ['explorer', 'compare', 'backup', 'restore'] },
  { id: 'provision', icon: IconPencilCheck, pages: ['provision', 'template'] },
  { id: 'firmware', icon: IconCpu, pages: ['firmware'] },
  { id: 'alarms', icon: IconAlertTriangle, pages: ['alarms'] },
  { id: 'diagnose', icon: IconActivityHeartbeat, pages: ['diagnose'] },
  { id: 'monitor', icon: IconChartLine, pages: ['monitor'] },
  { id: 'collect', icon: IconPackageExport, pages: ['collect'] },
  { id: 'trace', icon: IconArrowsLeftRight, pages: ['trace', 'faults'] },
  { id: 'history', icon: IconHistory, pages: ['history', 'snapshot'] },
  { id: 'settings', icon: IconSettings, pages: ['settings', 'quirks', 'credentials', 'dataModels'] },
]

const sectionsOfJobs: Partial<Record<JobKind, SectionId>> = {
  read: 'read',
  write: 'explorer',
  backup: 'explorer',
  restore: 'explorer',
  provision: 'provision',
  firmware: 'firmware',
  diagnose: 'diagnose',
  collect: 'collect',
  readFaults: 'alarms',
  subscribeFaults: 'alarms',
  bulkData: 'monitor',
}

/** The section that a page is part of; a job is part of where its kind is started. */
export function sectionOf(page: Route['page'], jobKind: JobKind | undefined): SectionId | undefined {
  if (page === 'job') return (jobKind && sectionsOfJobs[jobKind]) ?? 'history'
  return sections.find(({ pages }) => pages.includes(page))?.id
}
