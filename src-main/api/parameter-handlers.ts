import { randomUUID } from 'node:crypto'
import type { Job } from '#shared/model/job.ts'
import type { ParameterValue } from '#shared/model/parameter.ts'
import { boxByKey } from '#shared/provisioning/device-list.ts'
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

/** A batch is found among the newest jobs: twice as many as the largest batch has. */
const searchedJobs = 2000

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
    'provision.batch': ({ rows, batchId = randomUUID(), ...rest }) => {
      for (const { deviceId } of rows) devices.get(deviceId)
      templates.whole(rest.template)
      return {
        batchId,
        jobIds: rows.flatMap(({ deviceId, values }) =>
          jobs.create('provision', [deviceId], { ...rest, batchId, values }).map(({ id }) => id),
        ),
      }
    },
    'provision.jobs': ({ batchId }) => latestOfBatch(jobs.list({ kind: 'provision', limit: searchedJobs }), batchId),
    'provision.find': ({ keys }) => {
      const boxes = devices.list().map(({ id }) => devices.get(id))
      return keys.map((key) => ({ key, deviceId: boxByKey(key, boxes)?.id ?? null }))
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

/** The latest job of each box; `jobs` are newest first. */
function latestOfBatch(jobs: readonly Job[], batchId: string): Job[] {
  const latest = new Map<string, Job>()
  const first = new Map<string, string>()
  for (const job of jobs) {
    if ((job.input as { batchId?: unknown } | null)?.batchId !== batchId) continue
    if (!latest.has(job.deviceId)) latest.set(job.deviceId, job)
    first.set(job.deviceId, job.createdAt)
  }
  const startOf = ({ deviceId }: Job): string => first.get(deviceId) ?? ''
  return [...latest.values()].sort((a, b) => startOf(a).localeCompare(startOf(b)))
}
