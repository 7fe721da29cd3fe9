import { z } from 'zod'
import { MetricLimits } from './diagnose.ts'

/** How boxes prove who they are to us (TR-069 3.4.4). `none` is the default: a technician does not know the credentials. */
export const CwmpAuth = z.enum(['none', 'basic', 'digest'])
export type CwmpAuth = z.infer<typeof CwmpAuth>

const Port = z.number().int().min(0).max(65_535)

export const CwmpSettings = z.object({
  auth: CwmpAuth,
  username: z.string().max(256),
  password: z.string().max(256),
  /** TCP port of the ACS; 0 picks a free one. */
  port: Port,
  /** How an empty answer leaves: a few old boxes mishandle 204 (spec/01 section 3). */
  emptyAnswer: z.enum(['204', '200']),
  /** Seconds without a request after which a session is given up (a longer SessionTimeout of the box wins). */
  sessionTimeoutSeconds: z.number().int().min(10).max(3600),
  /** Whether a box gets connection-request credentials of its own when it comes for the first time. */
  setCredentialsOnFirstContact: z.boolean(),
  /** Sessions at one time; more boxes get 503 with Retry-After. */
  maxSessions: z.number().int().min(1).max(10_000),
  /** Another ACS to which every Inform is sent on (TR-069 3.4.1: 302, 307); empty serves them here. */
  redirectUrl: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]),
})
export type CwmpSettings = z.infer<typeof CwmpSettings>

/** A server that is off until it is wanted. */
const SwitchedPort = z.object({ enabled: z.boolean(), port: Port })

/** Ports of passive data connections, for a firewall that is opened by port; 0 and 0: any. */
const FtpSettings = SwitchedPort.extend({ passiveFrom: Port, passiveTo: Port })

/** HTTPS for boxes that insist on it (TR-069 3.3); the certificate is the laptop's own. */
export const TlsSettings = SwitchedPort.extend({
  /** TLS 1.0 and 1.1 too, for old boxes. */
  oldTls: z.boolean(),
  /** Whether boxes are asked for a certificate; `ask` lets those without one in. */
  clientCertificates: z.enum(['no', 'ask', 'require']),
  /** PEM of the authorities that signed the boxes' certificates. */
  clientCa: z.string().max(200_000),
})
export type TlsSettings = z.infer<typeof TlsSettings>

/** Which ways of finding neighbours are used; `http` knocks at the connection-request port of each new one. */
export const DiscoverySettings = z.object({
  ssdp: z.boolean(),
  mdns: z.boolean(),
  arp: z.boolean(),
  http: z.boolean(),
  dhcp: z.boolean(),
  stun: z.boolean(),
})
export type DiscoverySettings = z.infer<typeof DiscoverySettings>

export const Settings = z.object({
  language: z.enum(['system', 'zh-CN', 'en']),
  theme: z.enum(['system', 'light', 'dark']),
  /** The chosen adapter and its address, kept; an empty name is "not chosen yet". */
  adapter: z.object({ name: z.string(), address: z.string() }),
  cwmp: CwmpSettings,
  tls: TlsSettings,
  files: z.object({ port: Port }),
  filesTls: SwitchedPort,
  ftp: FtpSettings,
  tftp: SwitchedPort,
  stun: z.object({ port: Port }),
  firmware: z.object({
    /** Boxes that are updated at one time. */
    maxSimultaneous: z.number().int().min(1).max(64),
  }),
  diagnose: z.object({
    /** Of diagnostics, by `<kind>.<metric>`, in place of the usual ones. */
    limits: z.record(z.string(), MetricLimits),
  }),
  discovery: DiscoverySettings,
  provisioning: z.object({
    /** Whether the rules of zero touch start jobs by themselves. */
    zeroTouch: z.boolean(),
  }),
  jobs: z.object({
    /** Seconds a job waits for its box. */
    deadlineSeconds: z.number().int().min(5).max(604_800),
  }),
  trace: z.object({
    /** Bodies of the oldest sessions are pruned above this many. */
    keepSessions: z.number().int().min(10).max(1_000_000),
    keepMegabytes: z.number().int().min(1).max(100_000),
  }),
})
export type Settings = z.infer<typeof Settings>

export const defaultSettings: Settings = {
  language: 'system',
  theme: 'system',
  adapter: { name: '', address: '' },
  cwmp: {
    auth: 'none',
    username: '',
    password: '',
    port: 7547,
    emptyAnswer: '204',
    sessionTimeoutSeconds: 60,
    setCredentialsOnFirstContact: false,
    maxSessions: 100,
    redirectUrl: '',
  },
  tls: { enabled: false, port: 7548, oldTls: false, clientCertificates: 'no', clientCa: '' },
  files: { port: 7567 },
  filesTls: { enabled: false, port: 7568 },
  // 21 is for the administrator alone on most systems, and the link carries the port; many boxes know no TFTP port but 69.
  ftp: { enabled: false, port: 2121, passiveFrom: 0, passiveTo: 0 },
  tftp: { enabled: false, port: 69 },
  firmware: { maxSimultaneous: 4 },
  stun: { port: 3478 },
  diagnose: { limits: {} },
  provisioning: { zeroTouch: false },
  discovery: { ssdp: true, mdns: true, arp: true, http: false, dhcp: true, stun: true },
  jobs: { deadlineSeconds: 3600 },
  trace: { keepSessions: 5000, keepMegabytes: 512 },
}

/** What `settings.set` takes: any part of the settings, two levels deep; unknown keys are refused. */
export const SettingsPatch = z
  .strictObject({
    language: Settings.shape.language,
    theme: Settings.shape.theme,
    adapter: z.strictObject(Settings.shape.adapter.shape).partial(),
    cwmp: z.strictObject(CwmpSettings.shape).partial(),
    tls: z.strictObject(TlsSettings.shape).partial(),
    files: z.strictObject(Settings.shape.files.shape).partial(),
    filesTls: z.strictObject(SwitchedPort.shape).partial(),
    ftp: z.strictObject(FtpSettings.shape).partial(),
    tftp: z.strictObject(SwitchedPort.shape).partial(),
    firmware: z.strictObject(Settings.shape.firmware.shape).partial(),
    stun: z.strictObject(Settings.shape.stun.shape).partial(),
    provisioning: z.strictObject(Settings.shape.provisioning.shape).partial(),
    diagnose: z.strictObject(Settings.shape.diagnose.shape).partial(),
    discovery: z.strictObject(DiscoverySettings.shape).partial(),
    jobs: z.strictObject(Settings.shape.jobs.shape).partial(),
    trace: z.strictObject(Settings.shape.trace.shape).partial(),
  })
  .partial()
export type SettingsPatch = z.infer<typeof SettingsPatch>
