import { z } from 'zod'
import { evidenceCalls, evidenceEvents } from './evidence-contract.ts'
import { BasicConsent, BasicScope, Credential, CredentialInput } from './model/credential.ts'
import { DataModelInfo, LoadedDataModel, ModelEntry } from './model/data-model.ts'
import { Device, DeviceDetail } from './model/device.ts'
import { DiscoveryChange, DiscoveryList } from './model/discovery.ts'
import { Compatibility, Firmware, FirmwareMetadata } from './model/firmware.ts'
import { FirmwareBatch, FirmwareBatchDetail, FirmwareInput, PushProgress } from './model/firmware-push.ts'
import { HistoryEntry, HistoryQuery } from './model/history.ts'
import { Job, JobKind } from './model/job.ts'
import { Adapter, Endpoints, Listener } from './model/network.ts'
import {
  DhcpStatus,
  OperatorSettings,
  PendingHandOver,
  PointingMethod,
  Tr064Info,
  Tr064Result,
} from './model/pointing.ts'
import { KeptZeroTouchRule, ProvisionInput, VariableValues, ZeroTouchRule } from './model/provision.ts'
import { Quirk, QuirkName } from './model/quirk.ts'
import { CallOutcome, Heartbeat } from './model/reach.ts'
import { Check, RadarEntry } from './model/self-check.ts'
import { Session, TraceMessage } from './model/session.ts'
import { Settings, SettingsPatch } from './model/settings.ts'
import { Snapshot, SnapshotDetail, SnapshotQuery } from './model/snapshot.ts'
import { KeptTemplate, Template, TemplatePreview } from './model/template.ts'

/**
 * THE table of calls and events. IPC handlers, the renderer's `api`, the JSON-RPC of headless mode and the test double
 * are all derived from it; nothing else names a call. Input is validated in main against `input`.
 */

interface CallSpec<I extends z.ZodType, O extends z.ZodType> {
  input: I
  output: O
}

function call<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): CallSpec<I, O> {
  return { input, output }
}

const nothing = z.strictObject({})
const byId = z.strictObject({ id: z.string() })
const loginShape = { username: z.string().max(256).default(''), password: z.string().max(256).default('') }
const limit = z.number().int().min(1).max(10_000).optional()

export const VirtualKind = z.enum(['stb', 'gateway', 'gateway181', 'gateway098'])
export type VirtualKind = z.infer<typeof VirtualKind>
export const VirtualBoxInfo = z.object({ id: z.string(), kind: VirtualKind, serialNumber: z.string() })
export type VirtualBoxInfo = z.infer<typeof VirtualBoxInfo>

/** Everything a fresh window needs; later changes arrive as events with a higher `seq`. */
export const AppSnapshot = z.object({
  seq: z.number().int(),
  version: z.string(),
  dataDir: z.string(),
  settings: Settings,
  adapters: z.array(Adapter),
  listeners: z.array(Listener),
  endpoints: Endpoints,
  devices: z.array(Device),
  /** Unfinished jobs and the latest finished ones. */
  jobs: z.array(Job),
  /** Open sessions and the latest closed ones. */
  sessions: z.array(Session),
  virtualBoxes: z.array(VirtualBoxInfo),
})
export type AppSnapshot = z.infer<typeof AppSnapshot>

export const calls = {
  'app.snapshot': call(nothing, AppSnapshot),

  'devices.list': call(nothing, z.array(Device)),
  'devices.get': call(byId, DeviceDetail),
  'devices.setNote': call(z.strictObject({ id: z.string(), note: z.string().max(2000) }), Device),
  'devices.forget': call(byId, nothing),

  'settings.get': call(nothing, Settings),
  'settings.set': call(SettingsPatch, Settings),

  /** The certificate authority of this laptop, to be installed on boxes that check certificates. */
  'tls.authority': call(
    nothing,
    z.object({ subject: z.string(), fingerprint: z.string(), validUntil: z.string(), pem: z.string() }),
  ),

  'network.adapters': call(nothing, z.array(Adapter)),
  'network.listeners': call(nothing, z.array(Listener)),
  /** Binds all servers anew, to the chosen adapter and ports. */
  'network.restart': call(nothing, z.array(Listener)),

  'discovery.list': call(nothing, DiscoveryList),
  /** Asks the wire now; `http` also knocks once at the connection-request ports of the neighbours. */
  'discovery.refresh': call(z.strictObject({ http: z.boolean().default(false) }), DiscoveryList),

  /** Can a box reach this laptop? Changes nothing. */
  'selfCheck.run': call(nothing, z.array(Check)),
  /** How far each address on the wire got. */
  'radar.list': call(nothing, z.array(RadarEntry)),

  /** Calls a box now, by every means that it offers; that it comes is seen by its Inform. */
  'reach.call': call(byId, CallOutcome),
  /** The latest heartbeat of a box; null where none was heard. */
  'reach.heartbeat': call(byId, Heartbeat.nullable()),

  /** The ways to make a box contact this laptop, from mild to strong; for one neighbour, or for any box. */
  'pointing.methods': call(z.strictObject({ neighbourKey: z.string().optional() }), z.array(PointingMethod)),
  'pointing.tr064Read': call(z.strictObject({ neighbourKey: z.string(), ...loginShape }), Tr064Info),
  /** Without a URL the one of this laptop; what stood there before is remembered. With the operator's it hands over. */
  'pointing.tr064Set': call(
    z.strictObject({
      neighbourKey: z.string(),
      ...loginShape,
      url: z.string().min(1).max(256).optional(),
      acsUsername: z.string().max(256).optional(),
      acsPassword: z.string().max(256).optional(),
      periodicInformInterval: z.number().int().min(1).optional(),
    }),
    Tr064Result,
  ),
  'dhcp.status': call(nothing, DhcpStatus),
  /** Asks the wire for another server first, and refuses to start beside one. */
  'dhcp.start': call(
    z.strictObject({
      pool: z.strictObject({ first: z.ipv4(), last: z.ipv4() }).optional(),
      option43: z.enum(['suboption', 'text']).default('suboption'),
    }),
    DhcpStatus,
  ),
  'dhcp.stop': call(nothing, DhcpStatus),
  /** Boxes that still contact this laptop: to be asked before it leaves. */
  'handOver.pending': call(nothing, z.array(PendingHandOver)),
  /** What is remembered of a box from before its first change; null where nothing is. */
  'handOver.remembered': call(z.strictObject({ deviceId: z.string() }), OperatorSettings.nullable()),

  'jobs.start': call(
    z.strictObject({
      kind: JobKind,
      deviceIds: z.array(z.string()).min(1).max(1000),
      input: z.unknown(),
    }),
    z.object({ jobIds: z.array(z.string()) }),
  ),
  'jobs.get': call(byId, Job),
  'jobs.list': call(z.strictObject({ deviceId: z.string().optional(), kind: JobKind.optional(), limit }), z.array(Job)),
  'jobs.cancel': call(byId, Job),

  'snapshots.list': call(SnapshotQuery, z.array(Snapshot)),
  'snapshots.get': call(byId, SnapshotDetail),
  'snapshots.save': call(z.strictObject({ jobId: z.string(), name: z.string().max(200) }), Snapshot),
  'snapshots.rename': call(z.strictObject({ id: z.string(), name: z.string().min(1).max(200) }), Snapshot),
  'snapshots.delete': call(byId, nothing),

  /** What is known of models beyond the standard; what each quirk means is in `quirkTable`. */
  'quirks.list': call(nothing, z.array(Quirk)),
  'quirks.set': call(
    z.strictObject({
      model: z.string().min(1),
      name: QuirkName,
      value: z.union([z.string(), z.number(), z.boolean()]),
    }),
    Quirk,
  ),
  'quirks.reset': call(z.strictObject({ model: z.string(), name: QuirkName }), nothing),

  /** Without the passwords, which never leave the secret store. */
  'credentials.list': call(nothing, z.array(Credential)),
  'credentials.set': call(CredentialInput, Credential),
  'credentials.delete': call(byId, nothing),

  /** Boxes whose connection requests may carry the password by Basic; none without being told. */
  'basicConsents.list': call(nothing, z.array(BasicConsent)),
  'basicConsents.allow': call(z.strictObject({ scope: BasicScope }), BasicConsent),
  'basicConsents.revoke': call(byId, nothing),

  /** Copies a file into the library; `firmware.adding` tells how far. The same content is the same entry. */
  'firmware.add': call(z.strictObject({ path: z.string().min(1).max(4096) }), Firmware),
  'firmware.list': call(nothing, z.array(Firmware)),
  'firmware.get': call(byId, Firmware),
  'firmware.setMetadata': call(z.strictObject({ id: z.string(), metadata: FirmwareMetadata }), Firmware),
  /** Hashes the kept file again. */
  'firmware.verify': call(byId, Firmware),
  'firmware.remove': call(byId, nothing),
  /** Whether the file may go to each of these boxes. */
  'firmware.check': call(
    z.strictObject({ firmwareId: z.string(), deviceIds: z.array(z.string()).max(1000) }),
    z.array(Compatibility.extend({ deviceId: z.string() })),
  ),
  /** One `firmware` job per box, in this order. */
  'firmware.push': call(
    z.strictObject({
      deviceIds: z.array(z.string()).min(1).max(1000),
      input: FirmwareInput,
      stopAfterFailures: z.number().int().min(0).max(1000).default(0),
    }),
    FirmwareBatch,
  ),
  'firmware.batches': call(z.strictObject({ limit }), z.array(FirmwareBatch)),
  'firmware.batch': call(byId, FirmwareBatchDetail),
  /** Another round for the boxes of the batch whose latest job ended without success. */
  'firmware.retry': call(byId, FirmwareBatch),
  /** Of the pushes under way. */
  'firmware.progress': call(nothing, z.array(PushProgress)),

  'templates.list': call(nothing, z.array(KeptTemplate)),
  'templates.get': call(byId, KeptTemplate),
  'templates.save': call(Template, KeptTemplate),
  'templates.remove': call(byId, nothing),
  /** The text of a template file; templates that are here already under their id are replaced. */
  'templates.import': call(z.strictObject({ text: z.string().max(10_000_000) }), z.array(KeptTemplate)),
  'templates.export': call(
    z.strictObject({ ids: z.array(z.string()).min(1).max(500) }),
    z.object({ fileName: z.string(), text: z.string() }),
  ),
  /** What a template would do: tried on a snapshot, or on what was last read of the box. */
  'templates.preview': call(
    z.strictObject({
      template: ProvisionInput.shape.template,
      values: VariableValues.default({}),
      deviceId: z.string(),
      snapshotId: z.string().optional(),
    }),
    TemplatePreview,
  ),
  /** One provision job for each box, with values of its own; with a `batchId` another round of that batch. */
  'provision.batch': call(
    ProvisionInput.omit({ values: true, ruleId: true }).extend({
      rows: z
        .array(z.strictObject({ deviceId: z.string(), values: VariableValues }))
        .min(1)
        .max(1000),
    }),
    z.object({ batchId: z.string(), jobIds: z.array(z.string()) }),
  ),
  /** The latest job of each box of a batch, in the order of the boxes. */
  'provision.jobs': call(z.strictObject({ batchId: z.string().min(1) }), z.array(Job)),
  /** Which known box each key means: a serial number, STBID or MAC address as it stands on a label; null where none or several. */
  'provision.find': call(
    z.strictObject({ keys: z.array(z.string().max(100)).max(1000) }),
    z.array(z.object({ key: z.string(), deviceId: z.string().nullable() })),
  ),
  'zeroTouch.list': call(nothing, z.array(KeptZeroTouchRule)),
  'zeroTouch.save': call(ZeroTouchRule, KeptZeroTouchRule),
  'zeroTouch.remove': call(byId, nothing),

  'dataModels.list': call(nothing, z.array(DataModelInfo)),
  /** Parts that it takes from other files are looked for in `beside` and in its own folder. */
  'dataModels.import': call(
    z.strictObject({ path: z.string().min(1), beside: z.array(z.string().min(1)).max(200).default([]) }),
    LoadedDataModel,
  ),
  'dataModels.remove': call(byId, nothing),
  /** What loaded data models say of parameters; those that none knows are left out. */
  'dataModels.lookup': call(z.strictObject({ paths: z.array(z.string()).max(50_000) }), z.array(ModelEntry)),

  'history.search': call(HistoryQuery, z.array(HistoryEntry)),

  'sessions.list': call(z.strictObject({ deviceId: z.string().optional(), limit }), z.array(Session)),
  'sessions.get': call(byId, Session),
  'trace.list': call(z.strictObject({ sessionId: z.string() }), z.array(TraceMessage)),
  /** Writes the messages of a session, or all of a device, to a file: a line of JSON each, or a zip with a file each. */
  'trace.export': call(
    z
      .strictObject({
        sessionId: z.string().optional(),
        deviceId: z.string().optional(),
        format: z.enum(['ndjson', 'zip']),
        path: z.string().min(1),
      })
      .refine(({ sessionId, deviceId }) => (sessionId === undefined) !== (deviceId === undefined), {
        message: 'either sessionId or deviceId',
      }),
    z.object({ path: z.string(), sessions: z.number().int(), messages: z.number().int(), sizeBytes: z.number().int() }),
  ),
  /** One message with its whole body and the decoded form. */
  'trace.get': call(z.strictObject({ id: z.number().int() }), TraceMessage.extend({ decoded: z.unknown().nullable() })),

  'virtual.list': call(nothing, z.array(VirtualBoxInfo)),
  'virtual.start': call(
    z.strictObject({
      kind: VirtualKind.default('stb'),
      count: z.number().int().min(1).max(200).default(1),
      /** Grows the tree to at least so many parameters. */
      parameters: z.number().int().min(1).max(100_000).optional(),
    }),
    z.array(VirtualBoxInfo),
  ),
  'virtual.stop': call(z.strictObject({ id: z.string().optional() }), nothing),

  ...evidenceCalls,
} as const

export type CallName = keyof typeof calls
/** What a caller gives (defaults may be left out). */
export type CallInput<C extends CallName> = z.input<(typeof calls)[C]['input']>
/** What a handler gets (defaults filled in). */
export type CallParams<C extends CallName> = z.output<(typeof calls)[C]['input']>
export type CallOutput<C extends CallName> = z.output<(typeof calls)[C]['output']>

export const events = {
  'device.changed': Device,
  'device.removed': z.object({ id: z.string() }),
  'job.changed': Job,
  'session.changed': Session,
  'trace.added': TraceMessage,
  'settings.changed': Settings,
  'network.changed': z.object({ adapters: z.array(Adapter), listeners: z.array(Listener), endpoints: Endpoints }),
  'discovery.changed': DiscoveryChange,
  'dhcp.changed': DhcpStatus,
  'handOver.changed': z.object({ pending: z.array(PendingHandOver) }),
  'radar.changed': z.object({ entries: z.array(RadarEntry) }),
  'quirk.changed': Quirk,
  'quirk.removed': z.object({ model: z.string(), name: QuirkName }),
  'credentials.changed': z.object({ credentials: z.array(Credential) }),
  'basicConsents.changed': z.object({ consents: z.array(BasicConsent) }),
  'firmware.adding': z.object({ path: z.string(), bytes: z.number().int(), total: z.number().int() }),
  'firmware.changed': Firmware,
  'firmware.removed': z.object({ id: z.string() }),
  'firmware.progress': PushProgress,
  'firmware.batchChanged': FirmwareBatch,
  'template.changed': KeptTemplate,
  'template.removed': z.object({ id: z.string() }),
  'zeroTouch.changed': z.object({ rules: z.array(KeptZeroTouchRule) }),
  /** `progress` is that of `file`, 0..1; others may follow. */
  'dataModels.importing': z.object({ path: z.string(), file: z.string(), progress: z.number() }),
  'dataModels.changed': z.object({ models: z.array(DataModelInfo) }),
  'snapshot.changed': Snapshot,
  'snapshot.removed': z.object({ id: z.string() }),
  'virtual.changed': z.object({ boxes: z.array(VirtualBoxInfo) }),
  ...evidenceEvents,
} as const

export type EventName = keyof typeof events
export type EventData<E extends EventName> = z.output<(typeof events)[E]>

/** An event as it travels: the sequence number rises by one with each event of the process. */
export type EventMessage = { [E in EventName]: { seq: number; name: E; data: EventData<E> } }[EventName]
