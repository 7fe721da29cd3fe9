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
  /** Inbound rules for this program, enabled ones only. */
  rules: { action: string; profile: string; protocol: string }[]
}

const script = `
$ErrorActionPreference='SilentlyContinue'; [Console]::OutputEncoding=[Text.Encoding]::UTF8
$index=(Get-NetIPAddress -IPAddress '%ADDRESS%').InterfaceIndex
$category=[string](Get-NetConnectionProfile -InterfaceIndex $index).NetworkCategory
$name=if($category -eq 'DomainAuthenticated'){'Domain'}elseif($category){$category}else{'Public'}
$p=Get-NetFirewallProfile -Name $name -PolicyStore ActiveStore
$rules=@(Get-NetFirewallApplicationFilter -Program '%PROGRAM%' | Get-NetFirewallRule | Where-Object {$_.Enabled -eq 'True' -and $_.Direction -eq 'Inbound'} | ForEach-Object {[pscustomobject]@{action=[string]$_.Action;profile=[string]$_.Profile;protocol=[string]($_ | Get-NetFirewallPortFilter).Protocol}})
$null=[Windows.Networking.Connectivity.NetworkInformation,Windows.Networking.Connectivity,ContentType=WindowsRuntime]
$cost=[string]([Windows.Networking.Connectivity.NetworkInformation]::GetInternetConnectionProfile()).GetConnectionCost().NetworkCostType
[pscustomobject]@{category=$category;isMetered=($cost -eq 'Fixed' -or $cost -eq 'Variable');isEnabled=([string]$p.Enabled -eq 'True');allowsInbound=([string]$p.DefaultInboundAction -eq 'Allow');blocksAllInbound=([string]$p.AllowInboundRules -eq 'False');rules=$rules} | ConvertTo-Json -Depth 4 -Compress
`

/** Asks Windows about the adapter's network and the rules for this program; null where PowerShell does not answer. */
export async function readWindowsFacts(address: string, program: string): Promise<WindowsFacts | null> {
  const text = script.replace('%ADDRESS%', address).replace('%PROGRAM%', program.replaceAll("'", "''"))
  const encoded = Buffer.from(text, 'utf16le').toString('base64')
  const args = ['-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-EncodedCommand', encoded]
  const result = await runCommand('powershell.exe', args, 20_000)
  return result.kind === 'done' ? parseWindowsFacts(result.stdout) : null
}

/** Reads the JSON; null where it is damaged. Pure. */
export function parseWindowsFacts(text: string): WindowsFacts | null {
  try {
    const facts = JSON.parse(text.replace(/^\uFEFF/, '')) as WindowsFacts
    return typeof facts.isEnabled === 'boolean' ? { ...facts, rules: [facts.rules ?? []].flat() } : null
  } catch {
    return null
  }
}

/** What the facts mean for the ports. A rule that blocks wins over one that allows. Pure. */
export function judgeWindows(facts: WindowsFacts | null, ports: NeededPorts, program: string): FirewallVerdict {
  const name = 'Windows Defender Firewall'
  const command = windowsCommand(ports, program)
  if (facts === null) return { kind: 'unreadable', name, command }
  if (!facts.isEnabled) return { kind: 'none' }
  const zone = facts.category || 'Public'
  const profile = zone === 'DomainAuthenticated' ? 'Domain' : zone
  const rules = facts.rules.filter((rule) => /any/i.test(rule.profile) || rule.profile.includes(profile))
  const allows = (protocol: 'TCP' | 'UDP'): boolean =>
    facts.allowsInbound || rules.some((rule) => rule.action === 'Allow' && isFor(rule.protocol, protocol))
  const isBlocked = facts.blocksAllInbound || rules.some((rule) => rule.action === 'Block')
  const areOpen = (ports.tcp.length === 0 || allows('TCP')) && (ports.udp.length === 0 || allows('UDP'))
  return areOpen && !isBlocked ? { kind: 'open', name } : { kind: 'blocked', name, zone: profile, command }
}

function isFor(protocol: string, wanted: 'TCP' | 'UDP'): boolean {
  return protocol === 'Any' || protocol.toUpperCase() === wanted || protocol === (wanted === 'TCP' ? '6' : '17')
}

/** For a terminal with administrator rights; the blocking rules that Windows makes at its first question go first. */
function windowsCommand({ tcp, udp }: NeededPorts, program: string): string {
  const rule = (list: readonly number[], protocol: string): string[] =>
    list.length === 0
      ? []
      : [
          `netsh advfirewall firewall add rule name="FieldACS ${protocol}" dir=in action=allow program="${program}" protocol=${protocol} localport=${list.join(',')} profile=any enable=yes`,
        ]
  const clean = `netsh advfirewall firewall delete rule name=all dir=in program="${program}"`
  return [clean, ...rule(tcp, 'TCP'), ...rule(udp, 'UDP')].join(' & ')
}
