import type { FirmwareInput } from '#shared/model/firmware-push.ts'
import { isFinal, type Job } from '#shared/model/job.ts'
import type { Adapter, ListenerName } from '#shared/model/network.ts'
import type { Settings } from '#shared/model/settings.ts'
import type { EventBus } from '../api/event-bus.ts'
import type { FirmwareHandlerDeps } from '../api/firmware-handlers.ts'
import type { DeviceService } from '../devices/device-service.ts'
import { BatchService } from '../firmware/batch-service.ts'
import { FirmwareService } from '../firmware/firmware-service.ts'
import { FirmwareLibrary } from '../firmware/library.ts'
import { Slots } from '../firmware/slots.ts'
import type { JobRunner } from '../jobs/job-runner.ts'
import type { Listeners } from '../net/listeners.ts'
import type { Stores } from '../store/index.ts'
import type { LinkRegistry } from '../transfer/links.ts'
import { chooseLocalAddress } from '../transfer/local-address.ts'
import { listenerOf } from '../transfer/port-services.ts'
import type { FirmwareDeps } from '../workflows/firmware/deps.ts'
import { heldLinks, heldPorts } from '../workflows/firmware/held-links.ts'
import { publish } from '../workflows/firmware/send-download.ts'

export interface FirmwareConfig {
  bus: EventBus
  stores: Stores
  dataDir: string
  settings: () => Settings
  links: LinkRegistry
  devices: DeviceService
  jobs: () => JobRunner
  listeners: () => Listeners
  adapters: () => Adapter[]
}

/** The part of the graph that keeps files and brings them to boxes. */
export interface FirmwarePart extends FirmwareHandlerDeps {
  /** What the `firmware` job needs. */
  workflow: FirmwareDeps
  /** Ports that links name which boxes hold, from before a restart of the app too: they are kept until the pushes end. */
  heldPorts(): Partial<Record<ListenerName, number>>
  /** Makes the links that boxes hold valid again. */
  start(): Promise<void>
  /** A job changed: its end is written, so that the next in line may look at it. */
  noteJob(job: Job): void
  settingsChanged(): void
}

/** Builds that part. Touches nothing yet but the database. */
export function composeFirmware(config: FirmwareConfig): FirmwarePart {
  const { bus, stores, dataDir, settings, links, devices, jobs, listeners, adapters } = config
  const library = new FirmwareLibrary(dataDir, stores.firmware)
  const slots = new Slots(() => settings().firmware.maxSimultaneous)
  const firmware = new FirmwareService({
    library,
    deviceOf: (id) => devices.get(id),
    isInUse: (id) =>
      jobs()
        .unfinished('firmware')
        .some(({ input }) => (input as FirmwareInput).firmwareId === id),
    onAdding: (progress) => bus.emit('firmware.adding', progress),
    onChange: (file) => bus.emit('firmware.changed', file),
    onRemove: (id) => bus.emit('firmware.removed', { id }),
    onProgress: (progress) => bus.emit('firmware.progress', progress),
  })
  const batches = new BatchService({
    records: stores.batches,
    fileNameOf: (id) => library.get(id).fileName,
    createJobs: (deviceIds, input) => jobs().create('firmware', deviceIds, input),
    jobOf: (id) => stores.jobs.get(id),
    onChange: (batch) => bus.emit('firmware.batchChanged', batch),
  })
  return {
    firmware,
    batches,
    heldPorts: () => heldPorts(stores.jobs),
    workflow: {
      library,
      links,
      slots,
      deviceOf: (id) => devices.find(id),
      serverOf: (protocol) => listeners().listening(listenerOf[protocol]),
      addressFor: ({ remoteAddress, localAddress }, bound) =>
        chooseLocalAddress({ remote: remoteAddress, connectionLocal: localAddress, bound, adapters: adapters() }),
      refusalFor: (batchId, jobId) => batches.refusalFor(batchId, jobId),
      onProgress: (progress) => firmware.reportProgress(progress),
    },
    async start() {
      await library.start()
      // Before the ports open: a box that asks again at once must not get a 404. The jobs hash the files meanwhile.
      for (const { firmwareId, link } of heldLinks(stores.jobs)) {
        const image = stores.firmware.get(firmwareId)
        if (image) publish(links, link, image, library.pathOf(image))
      }
    },
    noteJob({ id, state }) {
      if (!isFinal(state)) return
      firmware.pushEnded(id)
      slots.release(id)
    },
    settingsChanged: () => slots.admit(),
  }
}
