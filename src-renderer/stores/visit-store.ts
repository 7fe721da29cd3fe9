import { create } from 'zustand'
import type { ReportVisit } from '#shared/model/report.ts'

/** What is said of the visit in reports: typed once, kept while the app is open. */
export const useVisitStore = create<ReportVisit>()(() => ({
  customer: '',
  site: '',
  order: '',
  technician: '',
  remark: '',
}))
