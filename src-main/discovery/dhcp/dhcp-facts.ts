import type { Fact } from '../fact.ts'
import { readIdentity } from './acs-options.ts'
import { addressOption, type DhcpMessage, dhcpOptions, textOption } from './dhcp-message.ts'

/** Vendor classes that tell what asks (spec/04 4.1; the usual words of udhcpc, Android and set-top boxes). */
const kinds: readonly [RegExp, 'box' | 'router'][] = [
  [/stb|iptv|set.?top|hybroad|kreatv|dvb/i, 'box'],
  [/igd|gateway|router|cpe|\bont\b|\bonu\b|modem/i, 'router'],
]

/** The neighbour behind a heard request; null for messages of servers. `isAnnounced`: it names an address of its own. */
export function factOfDhcp(message: DhcpMessage, now: number): (Fact & { claimed: string | undefined }) | null {
  if (message.op !== 'request' || message.mac === '') return null
  const { vendorClass, asksForAcs, serial, productClass } = readIdentity(message.options)
  const words = `${vendorClass} ${productClass}`
  const claimed =
    message.clientAddress === '0.0.0.0' ? addressOption(message, dhcpOptions.requestedAddress) : message.clientAddress
  return {
    source: 'dhcp',
    at: now,
    isAlive: true,
    mac: message.mac,
    // Only an address in use is told: what is asked for may never be given.
    address: message.clientAddress === '0.0.0.0' ? undefined : message.clientAddress,
    claimed,
    name: textOption(message, dhcpOptions.hostName).slice(0, 128),
    serial: serial === '' ? undefined : serial,
    model: productClass || modelOf(vendorClass),
    kind: kinds.find(([pattern]) => pattern.test(words))?.[1],
    services: asksForAcs ? ['asksForAcs'] : [],
  }
}

/** Vendor classes of systems say nothing of the model. */
function modelOf(vendorClass: string): string {
  return /^(?:udhcp|dhcpcd|msft|android-dhcp|isc|dslforum)/i.test(vendorClass) ? '' : vendorClass.slice(0, 64)
}
