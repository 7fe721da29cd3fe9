/**
 * Speed of the file servers beside those of the system, on one machine in one run: `node test/bench/transfer.bench.ts`.
 * 32 curl processes at once take 64 MB each over HTTP (nginx), 8 over FTP (vsftpd), one and then 4 take 16 MB over TFTP in
 * blocks of 1428 bytes (tftpd-hpa). Each pair is run three times in turn; the medians are shown. Goals: at least 0.6 of nginx's
 * bytes per second, the event loop never stalled over 50 ms by our own work, memory flat. CPU is that of the server; of
 * servers that detach their children it is not known. Servers that are not installed are left out, and named
 * (Debian: nginx-light vsftpd tftpd-hpa curl). vsftpd and tftpd-hpa want root.
 */
import { type ChildProcess, execFile, fork, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = mkdtempSync(join(tmpdir(), 'fieldacs-bench-'))
chmodSync(root, 0o755)
const big = join(root, 'fw.bin')
const small = join(root, 'small.bin')
writeFileSync(big, randomBytes(64 * 2 ** 20))
writeFileSync(small, readFileSync(big).subarray(0, 16 * 2 ** 20))

interface Ready {
  path: string
  http: number
  ftp: number
  tftp: number
}
interface Cost {
  cpuSeconds: number
  /** Longest wait for a turn of the event loop, with the time that the system gave to other processes. */
  maxDelayMs: number
  /** Longest work of our own between two turns. */
  maxWorkMs: number
  startMegabytes: number
  peakMegabytes: number
}
interface Run {
  megabytesPerSecond: number
  cpuSeconds: number
  cost: Cost | null
}

const has = (tool: string) => spawnSync('sh', ['-c', `command -v ${tool}`]).status === 0
const children: ChildProcess[] = []

function start(command: string, args: string[]): ChildProcess {
  const child = spawn(command, args, { stdio: 'ignore' })
  children.push(child)
  return child
}

const message = <T>(child: ChildProcess) =>
  new Promise<T>((resolve) => child.once('message', (data) => resolve(data as T)))

async function startOurs(file: string): Promise<{ child: ChildProcess; ready: Ready }> {
  const child = fork(join(import.meta.dirname, 'transfer-server.ts'), [file])
  children.push(child)
  return { child, ready: await message<Ready>(child) }
}

async function isOpen(port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false))
      setTimeout(() => socket.destroy(), 50)
    })
    if (open) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`nothing listens on ${port}`)
}

const curl = (url: string) =>
  new Promise<number>((resolve, reject) => {
    const args = ['-sS', '--tftp-blksize', '1428', '-o', '/dev/null', '-w', '%{size_download}', url]
    execFile('curl', args, (error, stdout) => (error ? reject(error) : resolve(Number(stdout))))
  })

/** CPU seconds of a process and all its children, from /proc; NaN elsewhere than on Linux. */
function cpuOf(pid: number): number {
  try {
    const all = spawnSync('ps', ['-o', 'pid=,ppid=', '-A'])
      .stdout.toString()
      .trim()
      .split('\n')
      .map((line) => line.trim().split(/\s+/).map(Number))
    const family = new Set([pid])
    for (const [child = 0, parent = 0] of all) if (family.has(parent)) family.add(child)
    let ticks = 0
    for (const member of family) {
      const fields = readFileSync(`/proc/${member}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
      ticks += fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0)
    }
    return ticks / 100
  } catch {
    return Number.NaN
  }
}

async function measure(url: string, clients: number, server: ChildProcess, isOurs: boolean): Promise<Run> {
  if (isOurs) {
    const started = message(server)
    server.send('start')
    await started
  }
  const cpuBefore = cpuOf(server.pid ?? 0)
  const startedAt = performance.now()
  const sizes = await Promise.all(Array.from({ length: clients }, () => curl(url)))
  const seconds = (performance.now() - startedAt) / 1000
  const cpuSeconds = cpuOf(server.pid ?? 0) - cpuBefore
  let cost: Cost | null = null
  if (isOurs) {
    const stopped = message<Cost>(server)
    server.send('stop')
    cost = await stopped
  }
  const bytes = sizes.reduce((sum, size) => sum + size, 0)
  return { megabytesPerSecond: bytes / 2 ** 20 / seconds, cpuSeconds, cost }
}

const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

function show(name: string, runs: Run[]): number {
  const rate = median(runs.map((run) => run.megabytesPerSecond))
  const cpu = median(runs.map((run) => run.cost?.cpuSeconds ?? run.cpuSeconds))
  const costs = runs.flatMap((run) => (run.cost === null ? [] : [run.cost]))
  const own = costs.length
    ? `, loop: own work ${Math.max(...costs.map((cost) => cost.maxWorkMs)).toFixed(1)} ms, wait ${Math.max(...costs.map((cost) => cost.maxDelayMs)).toFixed(1)} ms at most, memory ${costs.map((cost) => `${cost.startMegabytes.toFixed(0)}→${cost.peakMegabytes.toFixed(0)}`).join(', ')} MB`
    : ''
  console.log(`  ${name.padEnd(10)} ${rate.toFixed(0).padStart(6)} MB/s, ${cpu.toFixed(2)} s CPU${own}`)
  return rate
}

async function compare(
  title: string,
  clients: number,
  ours: [string, ChildProcess],
  other: [string, string, ChildProcess] | null,
) {
  console.log(title)
  const [mine, theirs]: [Run[], Run[]] = [[], []]
  for (let round = 0; round < 3; round += 1) {
    mine.push(await measure(ours[0], clients, ours[1], true))
    if (other) theirs.push(await measure(other[1], clients, other[2], false))
  }
  const rate = show('FieldACS', mine)
  console.log(
    other
      ? `  ratio      ${(rate / show(other[0], theirs)).toFixed(2)}`
      : '  nothing to compare with: as root, apt-get install nginx-light vsftpd tftpd-hpa',
  )
}

async function nginx(): Promise<[string, string, ChildProcess] | null> {
  if (!has('nginx')) return null
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${root}/${name};`)
    .join(' ')
  const config = join(root, 'nginx.conf')
  writeFileSync(
    config,
    `daemon off; worker_processes auto; pid ${root}/nginx.pid; error_log ${root}/nginx.log;
     events { worker_connections 512; }
     http { sendfile on; tcp_nopush on; access_log off; ${temporary} server { listen 127.0.0.1:18080; root ${root}; } }`,
  )
  const child = start('nginx', ['-c', config])
  await isOpen(18_080)
  return ['nginx', 'http://127.0.0.1:18080/fw.bin', child]
}

async function vsftpd(): Promise<[string, string, ChildProcess] | null> {
  if (!has('vsftpd') || process.getuid?.() !== 0) return null
  mkdirSync(join(root, 'ftp'))
  writeFileSync(join(root, 'ftp', 'fw.bin'), readFileSync(big))
  const config = join(root, 'vsftpd.conf')
  const settings = {
    listen: 'YES',
    listen_ipv6: 'NO',
    background: 'NO',
    listen_address: '127.0.0.1',
    listen_port: '18021',
    anonymous_enable: 'YES',
    local_enable: 'NO',
    anon_root: join(root, 'ftp'),
    secure_chroot_dir: '/var/run/vsftpd/empty',
    seccomp_sandbox: 'NO',
    xferlog_enable: 'NO',
  }
  writeFileSync(
    config,
    Object.entries(settings)
      .map(([name, value]) => `${name}=${value}\n`)
      .join(''),
  )
  mkdirSync('/var/run/vsftpd/empty', { recursive: true })
  const child = start('vsftpd', [config])
  await isOpen(18_021)
  return ['vsftpd', 'ftp://127.0.0.1:18021/fw.bin', child]
}

async function tftpd(): Promise<[string, string, ChildProcess] | null> {
  if (!has('in.tftpd') || process.getuid?.() !== 0) return null
  chmodSync(small, 0o644)
  const child = start('in.tftpd', ['-L', '-4', '-a', '127.0.0.1:18069', '-s', root])
  await new Promise((resolve) => setTimeout(resolve, 300))
  return ['tftpd-hpa', 'tftp://127.0.0.1:18069/small.bin', child]
}

try {
  const { child, ready } = await startOurs(big)
  const onHttp = `http://127.0.0.1:${ready.http}${ready.path}`
  await curl(onHttp)
  await compare('HTTP, 32 clients x 64 MB', 32, [onHttp, child], await nginx())
  await compare('FTP, 8 clients x 64 MB', 8, [`ftp://127.0.0.1:${ready.ftp}${ready.path}`, child], await vsftpd())
  const lesser = await startOurs(small)
  const onTftp = `tftp://127.0.0.1:${lesser.ready.tftp}/${lesser.ready.path}`
  const hpa = await tftpd()
  for (const clients of [1, 4]) {
    await compare(`TFTP, ${clients} x 16 MB, blksize 1428, in lock-step`, clients, [onTftp, lesser.child], hpa)
  }
} finally {
  for (const running of children) running.kill()
  rmSync(root, { recursive: true, force: true })
}
