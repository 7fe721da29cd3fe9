import type { Device } from '#shared/model/device.ts'
import type { Job, JobKind } from '#shared/model/job.ts'
import type { EventBus } from '../api/event-bus.ts'
import type { ParameterDeps } from '../api/parameter-handlers.ts'
import type { CpeRequest } from '../cwmp/codec/messages.ts'
import { DataModelService } from '../data-model/data-model-service.ts'
import { importModel } from '../data-model/import-model.ts'
import type { JobRunner } from '../jobs/job-runner.ts'
import type { ProvisionWorkflowDeps } from '../provision/workflows.ts'
import { ZeroTouch } from '../provision/zero-touch.ts'
import type { SnapshotService } from '../snapshots/snapshot-service.ts'
import type { Stores } from '../store/index.ts'
import { TemplateService } from '../templates/template-service.ts'

export interface ParametersConfig {
  bus: EventBus
  stores: Stores
  isZeroTouchOn: () => boolean
  deviceOf: (id: string) => Device | undefined
  jobs: () => JobRunner
  snapshots: () => SnapshotService
}

/** The part of the graph that knows templates, rules and data models, and what jobs need of them. */
export interface Parameters extends ParameterDeps {
  workflows: ProvisionWorkflowDeps
  start(): void
  stop(): void
  /** A box sent a message; call it when the device is up to date. */
  arrived(deviceId: string, message: CpeRequest): void
  noteJob(job: Job): void
}

/** Builds that part. */
export function composeParameters({
  bus,
  stores,
  isZeroTouchOn,
  deviceOf,
  jobs,
  snapshots,
}: ParametersConfig): Parameters {
  const templates = new TemplateService({
    records: stores.templates,
    startedBy: (id) => zeroTouch.startersOf(id),
    onChange: (template) => bus.emit('template.changed', template),
    onRemove: (id) => bus.emit('template.removed', { id }),
  })
  const zeroTouch = new ZeroTouch({
    records: stores.zeroTouchRules,
    isOn: isZeroTouchOn,
    deviceOf,
    checkTemplate: (id) => void templates.get(id),
    jobsOf: (deviceId, kind) => jobs().list({ deviceId, kind, limit: 20 }),
    hasUnfinished: (deviceId) => jobs().hasUnfinished(deviceId),
    start: (kind: JobKind, deviceId, input) => void jobs().create(kind, [deviceId], input),
    onChange: (rules) => bus.emit('zeroTouch.changed', { rules }),
  })
  const dataModels = new DataModelService({
    records: stores.dataModels,
    read: importModel,
    onChange: (models) => bus.emit('dataModels.changed', { models }),
  })
  const library = (id: string) => templates.find(id)
  const nameOf = (deviceId: string): string => {
    const device = deviceOf(deviceId)
    return device ? `${device.modelName || device.productClass} ${device.serialNumber}`.trim() : deviceId
  }
  const keepBackup: ProvisionWorkflowDeps['provision']['keepBackup'] = ({ deviceId, jobId, values, failed }) =>
    snapshots().keep({ kind: 'backup', deviceId, jobId, name: nameOf(deviceId), values, failed }).id

  return {
    templates,
    zeroTouch,
    dataModels,
    workflows: {
      provision: {
        templateOf: (template) => templates.whole(template),
        library,
        preview: (template, rest) => templates.preview(template, rest),
        factsOf: (deviceId) => {
          const device = deviceOf(deviceId)
          if (!device) throw new Error(`no device ${deviceId}`)
          return device
        },
        ruleFor: (path) => dataModels.ruleFor(path),
        keepBackup,
      },
      backup: {
        keepBackup: ({ name, ...rest }) =>
          snapshots().keep({ kind: 'backup', ...rest, name: name || nameOf(rest.deviceId) }).id,
      },
      restore: { snapshotOf: (id) => snapshots().get(id), keepBackup },
    },
    start: () => templates.start(),
    stop: () => zeroTouch.stop(),
    arrived: (deviceId, message) => zeroTouch.arrived(deviceId, message),
    noteJob: (job) => zeroTouch.jobChanged(job),
  }
}
