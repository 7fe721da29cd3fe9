import type { Device } from '#shared/model/device.ts'
import type { Job, JobKind } from '#shared/model/job.ts'
import type { EventBus } from '../api/event-bus.ts'
import type { ParameterDeps } from '../api/parameter-handlers.ts'
import type { CpeRequest } from '../cwmp/codec/messages.ts'
import { DataModelService } from '../data-model/data-model-service.ts'
import { importModel } from '../data-model/import-model.ts'
import type { FirmwareService } from '../firmware/firmware-service.ts'
import type { JobRunner } from '../jobs/job-runner.ts'
import { keepConfigFile } from '../provision/keep-config-file.ts'
import type { ProvisionWorkflowDeps } from '../provision/workflows.ts'
import { ZeroTouch } from '../provision/zero-touch.ts'
import type { SnapshotService } from '../snapshots/snapshot-service.ts'
import type { Stores } from '../store/index.ts'
import { TemplateService } from '../templates/template-service.ts'
import type { KeepBefore } from '../workflows/keep-before.ts'

export interface ParametersConfig {
  bus: EventBus
  stores: Stores
  isZeroTouchOn: () => boolean
  deviceOf: (id: string) => Device | undefined
  jobs: () => JobRunner
  snapshots: () => SnapshotService
  /** The library of files for boxes. */
  files: () => Pick<FirmwareService, 'add' | 'setMetadata'>
  /** Where a job puts what a box sends. */
  folderOf: (jobId: string) => string
}

/** The part of the graph that knows templates, rules and data models, and what jobs need of them. */
export interface Parameters extends ParameterDeps {
  workflows: ProvisionWorkflowDeps
  keepBefore: KeepBefore
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
  files,
  folderOf,
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
    onProgress: (progress) => bus.emit('dataModels.importing', progress),
    onChange: (models) => bus.emit('dataModels.changed', { models }),
  })
  const library = (id: string) => templates.find(id)
  const nameOf = (deviceId: string): string => {
    const device = deviceOf(deviceId)
    return device ? `${device.modelName || device.productClass} ${device.serialNumber}`.trim() : deviceId
  }
  const keepBefore: KeepBefore = (before) =>
    snapshots().keep({ kind: 'before', name: nameOf(before.deviceId), ...before }).id

  return {
    templates,
    zeroTouch,
    dataModels,
    keepBefore,
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
        keepBefore,
      },
      backup: {
        keepBackup: ({ name, ...rest }) =>
          snapshots().keep({ kind: 'backup', ...rest, name: name || nameOf(rest.deviceId) }).id,
        keepConfigFile: ({ deviceId, jobId, fileName }) =>
          keepConfigFile(files(), deviceOf(deviceId), { folder: folderOf(jobId), fileName }),
      },
      restore: { snapshotOf: (id) => snapshots().get(id), keepBefore },
    },
    start: () => templates.start(),
    stop: () => zeroTouch.stop(),
    arrived: (deviceId, message) => zeroTouch.arrived(deviceId, message),
    noteJob: (job) => zeroTouch.jobChanged(job),
  }
}
