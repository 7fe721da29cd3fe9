import { runCommand } from '../../util/run-command.ts'
import type { FirewallVerdict, NeededPorts } from './verdict.ts'

/** What the PowerShell below prints as JSON. */
export interface WindowsFacts {
  /** Category of the adapter's network: Public, Private or DomainAuthenticated; empty where Windows has not decided. */
  category: string
  isMetered: boolean
  /** Whether the firewall is on for that category, and whether it takes any rule at all. */
  isEnabled: boolean
  allowsInbound: boolean
  blocksAllInbound: boolean
  /** Inbound rules for this program, or for any program at these ports; enabled ones only. */
  rules: WindowsRule[]
  /** Firewalls of other makers that have registered with Windows. */
  foreign: string[]
}

export interface WindowsRule {
  action: string
  profile: string
  protocol: string
  /** `Any`, or ports and ranges with commas between them. */
  localPorts: string
}

/**
 * Objects and enumerations only, whose names are English on every Windows, and an answer in plain ASCII: neither the
 * language of Windows nor its code page (GBK) can get in between.
 */
const script = String.raw`
$ErrorActionPreference='SilentlyContinue'
$index=(Get-NetIPAddress -IPAddress '%ADDRESS%').InterfaceIndex
$category=[string](Get-NetConnectionProfile -InterfaceIndex $index).NetworkCategory
$name=if($category -eq 'DomainAuthenticated'){'Domain'}elseif($category){$category}else{'Public'}
$p=Get-NetFirewallProfile -Name $name -PolicyStore ActiveStore
$ports=@(%PORTS%)
$own=@(Get-NetFirewallApplicationFilter -Program '%PROGRAM%' | Get-NetFirewallRule)
$any=@(Get-NetFirewallPortFilter | Where-Object {@($_.LocalPort | Where-Object {$ports -contains $_}).Count -gt 0} | Get-NetFirewallRule | Where-Object {($_ | Get-NetFirewallApplicationFilter).Program -eq 'Any'})
$rules=@($own+$any | Where-Object {$_.Enabled -eq 'True' -and $_.Direction -eq 'Inbound'} | ForEach-Object {$f=$_ | Get-NetFirewallPortFilter; [pscustomobject]@{action=[string]$_.Action;profile=[string]$_.Profile;protocol=[string]$f.Protocol;localPorts=[string](@($f.LocalPort) -join ',')}})
$foreign=@(Get-CimInstance -Namespace root/SecurityCenter2 -ClassName FirewallProduct | ForEach-Object {[string]$_.displayName})
$null=[Windows.Networking.Connectivity.NetworkInformation,Windows.Networking.Connectivity,ContentType=WindowsRuntime]
$cost=[string]([Windows.Networking.Connectivity.NetworkInformation]::GetInternetConnectionProfile()).GetConnectionCost().NetworkCostType
$json=[pscustomobject]@{category=$category;isMetered=($cost -eq 'Fixed' -or $cost -eq 'Variable');isEnabled=([string]$p.Enabled -eq 'True');allowsInbound=([string]$p.DefaultInboundAction -eq 'Allow');blocksAllInbound=([string]$p.AllowInboundRules -eq 'False');rules=$rules;foreign=$foreign} | ConvertTo-Json -Depth 4 -Compress
[regex]::Replace($json,'[^\x20-\x7e]',{param($m) '\u{0:x4}' -f [int][char]$m.Value})
`

/** Asks Windows about the adapter's network and the rules for this program; null where PowerShell does not answer. */
export async function readWindowsFacts(
  address: string,
  ports: NeededPorts,
  program: string,
): Promise<WindowsFacts | null> {
  const listed = [...ports.tcp, ...ports.udp].map((port) => `'${port}'`).join(',')
  const text = script
    .replace('%ADDRESS%', address)
    .replace('%PORTS%', listed)
    .replace('%PROGRAM%', () => quotedForPowerShell(program))
  const encoded = Buffer.from(text, 'utf16le').toString('base64')
  const args = ['-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-EncodedCommand', encoded]
  const result = await runCommand('powershell.exe', args, 20_000)
  return result.kind === 'done' ? parseWindowsFacts(result.stdout) : null
}

/** Reads the JSON; null where it is damaged. Pure. */
export function parseWindowsFacts(text: string): WindowsFacts | null {
  try {
    const facts = JSON.parse(text.replace(/^\uFEFF/, '')) as WindowsFacts
    if (typeof facts.isEnabled !== 'boolean') return null
    return { ...facts, rules: [facts.rules ?? []].flat(), foreign: [facts.foreign ?? []].flat() }
  } catch {
    return null
  }
}

/** What the facts mean for the ports. A rule that blocks wins over one that allows. Pure. */
export function judgeWindows(facts: WindowsFacts | null, ports: NeededPorts, program: string): FirewallVerdict {
  const name = 'Windows Defender Firewall'
  const command = windowsCommand(ports, program)
  if (facts === null) return { kind: 'unreadable', name, command }
  const [foreign] = facts.foreign
  if (!facts.isEnabled) return foreign === undefined ? { kind: 'none' } : { kind: 'foreign', name: foreign }
  const zone = facts.category || 'Public'
  const profile = zone === 'DomainAuthenticated' ? 'Domain' : zone
  const rules = facts.rules.filter((rule) => /any/i.test(rule.profile) || rule.profile.includes(profile))
  const allows = (port: number, protocol: Protocol): boolean =>
    facts.allowsInbound || rules.some((rule) => rule.action === 'Allow' && isFor(rule, port, protocol))
  const blocks = (port: number, protocol: Protocol): boolean =>
    rules.some((rule) => rule.action === 'Block' && isFor(rule, port, protocol))
  const isOpen = (protocol: Protocol) => (port: number) => allows(port, protocol) && !blocks(port, protocol)
  const areOpen = ports.tcp.every(isOpen('TCP')) && ports.udp.every(isOpen('UDP'))
  if (facts.blocksAllInbound || !areOpen) return { kind: 'blocked', name, zone: profile, command }
  return foreign === undefined ? { kind: 'open', name } : { kind: 'foreign', name: foreign }
}

type Protocol = 'TCP' | 'UDP'
const protocolNumbers: Record<Protocol, string> = { TCP: '6', UDP: '17' }

function isFor({ protocol, localPorts }: WindowsRule, port: number, wanted: Protocol): boolean {
  const isProtocol = protocol === 'Any' || protocol.toUpperCase() === wanted || protocol === protocolNumbers[wanted]
  return isProtocol && (localPorts === 'Any' || localPorts.split(',').some((range) => isWithin(port, range)))
}

function isWithin(port: number, range: string): boolean {
  const [from = '', to = from] = range.split('-')
  return Number(from) <= port && port <= Number(to)
}

/**
 * For a terminal with administrator rights; the same line does in PowerShell and in cmd. The blocking rules that Windows
 * makes at its first question go first, because a rule that blocks wins.
 */
function windowsCommand({ tcp, udp }: NeededPorts, program: string): string {
  const path = `'${quotedForPowerShell(program)}'`
  const rule = (list: readonly number[], protocol: Protocol): string[] =>
    list.length === 0
      ? []
      : [
          `New-NetFirewallRule -DisplayName 'FieldACS ${protocol}' -Direction Inbound -Action Allow -Program ${path} -Protocol ${protocol} -LocalPort ${list.join(',')} -Profile Any`,
        ]
  const clean = `Get-NetFirewallApplicationFilter -Program ${path} -ErrorAction SilentlyContinue | Get-NetFirewallRule | Remove-NetFirewallRule`
  return `powershell -NoProfile -Command "${[clean, ...rule(tcp, 'TCP'), ...rule(udp, 'UDP')].join('; ')}"`
}

/** Within single quotes nothing but the quote itself means anything (about_Quoting_Rules). */
function quotedForPowerShell(text: string): string {
  return text.replaceAll("'", "''")
}
