import { type KeptTemplate, Template } from '../model/template.ts'
import { handOverTemplates } from './ready-made/hand-over.ts'
import { iptvTemplates } from './ready-made/iptv.ts'
import { managementTemplates } from './ready-made/management.ts'
import { wanTemplates } from './ready-made/wan.ts'
import { wifiTemplates } from './ready-made/wifi.ts'

/** The templates that come with the app; they are copied to be changed. */
export const readyMadeTemplates: readonly KeptTemplate[] = [
  ...iptvTemplates,
  ...wanTemplates,
  ...wifiTemplates,
  ...managementTemplates,
  ...handOverTemplates,
].map((template) => ({ ...Template.parse(template), readyMade: true, changedAt: '' }))
