import type { ParameterValue } from '#shared/model/parameter.ts'
import type { DataModelService } from '../data-model/data-model-service.ts'
import type { DeviceService } from '../devices/device-service.ts'
import type { JobRunner } from '../jobs/job-runner.ts'
import type { ZeroTouch } from '../provision/zero-touch.ts'
import type { SnapshotService } from '../snapshots/snapshot-service.ts'
import type { TemplateService } from '../templates/template-service.ts'
import type { Handlers } from './dispatch.ts'

export interface ParameterDeps {
  templates: TemplateService
  zeroTouch: ZeroTouch
  dataModels: DataModelService
}

interface Others {
  devices: DeviceService
  snapshots: SnapshotService
  jobs: JobRunner
}

type Area = 'templates' | 'provision' | 'zeroTouch' | 'dataModels'
type ParameterCalls = Extract<keyof Handlers, `${Area}.${string}`>

/** What the calls do that are about templates, rules and data models. */
export function createParameterHandlers(
  { templates, zeroTouch, dataModels }: ParameterDeps,
  { devices, snapshots, jobs }: Others,
): Pick<Handlers, ParameterCalls> {
  return {
    'templates.list': () => templates.list(),
    'templates.get': ({ id }) => templates.get(id),
    'templates.save': (template) => templates.save(template),
    'templates.remove': ({ id }) => {
      templates.remove(id)
      return {}
    },
    'templates.import': ({ text }) => templates.import(text),
    'templates.export': ({ ids }) => ({
      fileName: `templates-${new Date().toISOString().slice(0, 10)}.json`,
      text: templates.export(ids),
    }),
    'templates.preview': ({ template, values, deviceId, snapshotId }) => {
      const device = devices.get(deviceId)
      const read = valuesFor(deviceId, snapshotId)
      const known = read && new Map(read.map((one) => [one.name, { value: one.value, type: one.type }]))
      return templates.preview(template, {
        variables: values,
        device,
        known,
        ruleFor: (path) => dataModels.ruleFor(path),
      })
    },
    'provision.batch': ({ rows, ...rest }) => {
      for (const { deviceId } of rows) devices.get(deviceId)
      templates.whole(rest.template)
      return {
        jobIds: rows.flatMap(({ deviceId, values }) =>
          jobs.create('provision', [deviceId], { ...rest, values }).map(({ id }) => id),
        ),
      }
    },

    'zeroTouch.list': () => zeroTouch.list(),
    'zeroTouch.save': (rule) => zeroTouch.save(rule),
    'zeroTouch.remove': ({ id }) => {
      zeroTouch.remove(id)
      return {}
    },

    'dataModels.list': () => dataModels.list(),
    'dataModels.import': ({ path, beside }) => dataModels.import(path, beside),
    'dataModels.remove': ({ id }) => {
      dataModels.remove(id)
      return {}
    },
    'dataModels.lookup': ({ paths }) => dataModels.lookup(paths),
  }

  /** The values of the snapshot that was asked for, else of the newest one of the box; null where there is none. */
  function valuesFor(deviceId: string, snapshotId: string | undefined): ParameterValue[] | null {
    const id = snapshotId ?? snapshots.list({ deviceId, kinds: ['read', 'backup'], limit: 1 })[0]?.id
    return id === undefined ? null : snapshots.get(id).values
  }
}
