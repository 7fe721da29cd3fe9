import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { Lan } from '../integration/field/lan.ts'
import { eventually, labAdapter } from '../support/namespaces.ts'

const tr064Script = path.resolve(import.meta.dirname, '../integration/field/tr064-box.ts')

/** This machine with a cable into a made-up LAN: to the app an adapter like any other, and real boxes behind it. */
export class Wire {
  readonly lan = new Lan('192.168.77.10/24')
  readonly adapter = labAdapter
  readonly address = '192.168.77.5'

  constructor() {
    const { wire, lab } = this.lan
    execFileSync('ip', ['link', 'add', this.adapter, 'type', 'veth', 'peer', 'name', 'here', 'netns', wire])
    lab.run(wire, 'ip link set here master br0 && ip link set here up')
    execFileSync('ip', ['addr', 'add', `${this.address}/24`, 'brd', '+', 'dev', this.adapter])
    execFileSync('ip', ['link', 'set', this.adapter, 'up'])
  }

  /** Another machine on the wire, with a hardware address whose maker is known. */
  machine(name: string, address: string, mac: string): string {
    const machine = this.lan.machine(name)
    this.lan.lab.run(
      machine,
      `ip link set lan address ${mac} && ip addr add ${address}/24 brd + dev lan && ip route add 224.0.0.0/4 dev lan`,
    )
    return machine
  }

  /** A gateway that tells about itself by UPnP and takes its ACS URL by TR-064 (dslf-config, geheim). */
  tr064Gateway(name: string, address: string, mac: string, serial = 'TR64-0815'): void {
    const machine = this.machine(name, address, mac)
    this.lan.lab.start(machine, process.execPath, [tr064Script, '--address', address, '--serial', serial])
  }

  /** Sends bytes to a port of this machine and waits a moment for an answer. */
  knock(machine: string, port: number, bytes: Buffer): void {
    const script = `const s = require('net').connect(${port}, '${this.address}', () => { s.write(Buffer.from('${bytes.toString('hex')}', 'hex')); setTimeout(() => s.end(), 300) }); s.on('data', () => {}); s.on('error', () => {})`
    this.lan.lab.start(machine, process.execPath, ['-e', script])
  }

  /** The beginning of a TLS handshake. */
  static readonly clientHello = Buffer.from(`16030100a5010000a10303${'00'.repeat(60)}`, 'hex')

  async stop(): Promise<void> {
    await this.lan.stop()
    // The adapter goes with its peer, a moment after the peer's machine.
    await eventually(() => {
      const links = execFileSync('ip', ['-o', 'link']).toString()
      return !links.includes(this.adapter)
    }, 5000).catch(() => execFileSync('ip', ['link', 'del', this.adapter]))
  }
}
