import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Lan } from './lan.ts'

/** Foreign programs on machines of the LAN, configured to keep to it. */

/** A UPnP gateway (miniupnpd) whose name has to be escaped; it answers a search 13 times. */
export function startGateway(lan: Lan, machine: string, address: string): void {
  lan.lab.plug(machine, 'wan', lan.lab.switch('uplink'), '203.0.113.5/24')
  const file = configFile(lan, 'miniupnpd.conf', [
    'ext_ifname=wan',
    'listening_ip=lan',
    'http_port=5000',
    'enable_natpmp=no',
    'enable_upnp=yes',
    'uuid=12345678-0000-4000-8000-000000000001',
    'friendly_name=Lab & Gateway',
    'serial=SN4711A',
    'model_number=9',
    'notify_interval=60',
    `minissdpdsocket=${lan.lab.folder}/none`,
    `presentation_url=http://${address}/`,
  ])
  lan.lab.start(machine, 'miniupnpd', ['-d', '-f', file, '-P', path.join(lan.lab.folder, 'miniupnpd.pid')])
}

/** A media server (minidlna) that leaves `&` and `<` of its name unescaped (wire.md 34). */
export function startMediaServer(lan: Lan, machine: string): void {
  const { folder } = lan.lab
  const file = configFile(lan, 'minidlna.conf', [
    'port=8200',
    `media_dir=${folder}`,
    `db_dir=${folder}/minidlna`,
    `log_dir=${folder}`,
    'friendly_name=R&D <TV>',
    'serial=DL998877',
    'inotify=no',
    'network_interface=lan',
    'notify_interval=30',
  ])
  lan.lab.start(machine, 'minidlnad', ['-d', '-f', file, '-P', path.join(folder, 'minidlna.pid')])
}

/** A multicast-DNS responder (avahi) that offers one web page. */
export function startResponder(lan: Lan, machine: string): void {
  const file = configFile(lan, 'avahi.conf', [
    '[server]',
    'host-name=iptv-box',
    'use-ipv4=yes',
    'use-ipv6=no',
    'allow-interfaces=lan',
    'enable-dbus=no',
    '[publish]',
    'publish-workstation=yes',
    '[wide-area]',
    'enable-wide-area=no',
  ])
  lan.lab.start(machine, 'avahi-daemon', ['-f', file, '--no-drop-root', '--no-chroot', '--no-rlimits'])
}

/** Somebody else's DHCP server (dnsmasq); resolves when it serves. */
export function startDhcpServer(lan: Lan, machine: string, from: string, to: string): { stop: () => void } {
  const { child } = lan.lab.start(machine, 'dnsmasq', [
    '--keep-in-foreground',
    '--port=0',
    '--user=root',
    '--interface=lan',
    '--bind-interfaces',
    `--dhcp-range=${from},${to},120`,
    `--dhcp-leasefile=${lan.lab.folder}/dnsmasq.leases`,
    `--pid-file=${lan.lab.folder}/dnsmasq.pid`,
    '--conf-file=/dev/null',
    '--no-ping',
  ])
  return { stop: () => void child.kill('SIGKILL') }
}

/** A DHCP client (udhcpc) that writes all it was given into a file and sets nothing; gives the path of that file. */
export function startDhcpClient(lan: Lan, machine: string, ...args: string[]): string {
  const told = path.join(lan.lab.folder, `${machine}.lease`)
  const script = configFile(lan, `${machine}.sh`, [
    '#!/bin/sh',
    `env > ${told}`,
    'if [ "$1" = bound ]; then ip addr flush dev "$interface"; ip addr add "$ip/$mask" dev "$interface"; fi',
  ])
  lan.lab.run(machine, `chmod +x ${script}`)
  lan.lab.start(machine, 'udhcpc', [
    '-i',
    'lan',
    '-f',
    '-t',
    '5',
    '-T',
    '1',
    '-s',
    script,
    '-x',
    'hostname:stb-lab',
    ...args,
  ])
  return told
}

function configFile(lan: Lan, name: string, lines: string[]): string {
  const file = path.join(lan.lab.folder, name)
  writeFileSync(file, `${lines.join('\n')}\n`)
  return file
}
