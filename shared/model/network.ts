import { z } from 'zod'
import { ErrorData } from '../errors.ts'

/** One address of one network adapter. */
export const Adapter = z.object({
  name: z.string(),
  address: z.string(),
  family: z.enum(['IPv4', 'IPv6']),
  prefixLength: z.number().int(),
  mac: z.string(),
  /** Loopback: for the demo boxes, no real box can reach it. */
  internal: z.boolean(),
})
export type Adapter = z.infer<typeof Adapter>

/** The servers of the app, in the order in which the screen shows them. */
export const ListenerName = z.enum(['acs', 'acsTls', 'files', 'filesTls', 'ftp', 'tftp', 'stun'])
export type ListenerName = z.infer<typeof ListenerName>

/** The state of one listening port. */
export const Listener = z.object({
  name: ListenerName,
  protocol: z.enum(['tcp', 'udp']),
  address: z.string(),
  /** The port in use, or the one that was asked for where it is not open. */
  port: z.number().int(),
  /** `off`: switched off in the settings. */
  state: z.enum(['starting', 'listening', 'failed', 'stopped', 'off']),
  error: ErrorData.nullable(),
})
export type Listener = z.infer<typeof Listener>

/** Where boxes find us. */
export const Endpoints = z.object({
  acsUrl: z.string(),
  /** The same over HTTPS; null while that is off. */
  acsTlsUrl: z.string().nullable(),
  fileUrl: z.string(),
  stun: z.object({ address: z.string(), port: z.number().int() }),
})
export type Endpoints = z.infer<typeof Endpoints>
