import { describe, expect, it } from 'vitest'
import { judgeFirewalld, judgeIptables, judgeUfw } from '../../../src-main/self-check/firewall/linux.ts'
import { judgeMac } from '../../../src-main/self-check/firewall/macos.ts'
import { judgeNftables } from '../../../src-main/self-check/firewall/nftables.ts'
import { judgeWindows, parseWindowsFacts } from '../../../src-main/self-check/firewall/windows.ts'
import { seeded } from '../../random.ts'

const ports = { tcp: [7547, 7567], udp: [3478] }

describe('nftables', () => {
  const table = (policy: string, ...rules: string[]) =>
    `table inet filter {\n\tchain input {\n\t\ttype filter hook input priority filter; policy ${policy};\n${rules.map((rule) => `\t\t${rule}`).join('\n')}\n\t}\n\tchain own {\n\t\ttcp dport 7547-7567 accept\n\t\tudp dport 3478 accept\n\t}\n}\n`
  const rows: [string, string, string[]][] = [
    ['open', 'accept', []],
    ['blocked', 'drop', ['ct state established,related accept', 'iif "lo" accept']],
    ['open', 'drop', ['iifname "eth1" accept']],
    ['blocked', 'drop', ['iifname "wlan0" accept', 'iifname != "eth1" accept']],
    [
      'open',
      'drop',
      ['tcp dport { 22, 7547, 7560-7570 } accept', 'udp dport 3478 counter packets 3 bytes 90 accept comment "stun"'],
    ],
    ['blocked', 'drop', ['tcp dport { 22, 7547, 7567 } accept']],
    ['blocked', 'accept', ['tcp dport 7547 drop']],
    ['blocked', 'accept', ['ct state new reject with icmpx admin-prohibited']],
    ['open', 'drop', ['ip6 nexthdr icmpv6 accept', 'icmp type echo-request accept', 'jump own']],
    ['open', 'drop', ['meta l4proto { tcp, udp } accept']],
    ['unknown', 'drop', ['ip saddr 192.168.77.0/24 accept']],
    ['unknown', 'drop', ['jump missing']],
    ['blocked', 'accept', ['jump own', 'drop'].toReversed()],
  ]
  it.each(rows)('%s: policy %s, %j', (fate, policy, rules) => {
    expect(judgeNftables(table(policy, ...rules), ports, 'eth1')).toBe(fate)
  })

  it('must pass every table', () => {
    expect(judgeNftables(table('accept') + table('drop').replace('inet filter', 'ip other'), ports, 'eth1')).toBe(
      'blocked',
    )
  })

  it('never throws and does not loop (2,000 cases)', () => {
    const random = seeded(7)
    const text = table('drop', 'jump own', 'tcp dport { 22, 7547 } accept', 'goto input', 'ct state new accept')
    for (let n = 0; n < 2000; n++) {
      const bytes = Buffer.from(text)
      for (let k = 0; k < 5; k++) bytes[random.below(bytes.length)] = 32 + random.below(95)
      expect(['open', 'blocked', 'unknown']).toContain(judgeNftables(bytes.toString(), ports, 'eth1'))
    }
  })
})

describe('front ends of Linux', () => {
  it('firewalld', () => {
    const zone = (open: string, target = 'default') =>
      `public (active)\n  target: ${target}\n  interfaces: eth1\n  services: dhcpv6-client ssh\n  ports: ${open}\n`
    expect(judgeFirewalld(zone('7547/tcp 7567/tcp 3478/udp'), ports, 'c').kind).toBe('open')
    expect(judgeFirewalld(zone('7000-8000/tcp 3478/udp'), ports, 'c').kind).toBe('open')
    expect(judgeFirewalld(zone('', 'ACCEPT'), ports, 'c').kind).toBe('open')
    expect(judgeFirewalld(zone('22/tcp'), ports, 'c')).toEqual({
      kind: 'blocked',
      name: 'firewalld',
      zone: 'public',
      command: 'c',
    })
  })

  it('ufw', () => {
    const status = (...rules: string[]) =>
      `Status: active\nLogging: on (low)\nDefault: deny (incoming), allow (outgoing), disabled (routed)\n\nTo                         Action      From\n--                         ------      ----\n${rules.join('\n')}\n`
    const judge = (text: string) => judgeUfw(text, ports, 'eth1', 'c').kind
    expect(judge(status('22/tcp                     ALLOW IN    Anywhere'))).toBe('blocked')
    expect(
      judge(
        status('7547,7567/tcp on eth1      ALLOW IN    Anywhere', '3478/udp                   ALLOW IN    Anywhere'),
      ),
    ).toBe('open')
    expect(
      judge(
        status('7547,7567/tcp on eth9      ALLOW IN    Anywhere', '3478/udp                   ALLOW IN    Anywhere'),
      ),
    ).toBe('blocked')
    expect(judge(status('Anywhere on eth1           ALLOW IN    Anywhere'))).toBe('open')
    expect(judge('Status: inactive\n')).toBe('none')
  })

  it('iptables', () => {
    const judge = (text: string) => judgeIptables(text, ports, 'eth1', 'c').kind
    expect(judge('-P INPUT ACCEPT\n')).toBe('none')
    expect(
      judge('-P INPUT DROP\n-A INPUT -i lo -j ACCEPT\n-A INPUT -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT\n'),
    ).toBe('blocked')
    expect(
      judge(
        '-P INPUT DROP\n-A INPUT -p tcp -m multiport --dports 7547,7567 -j ACCEPT\n-A INPUT -p udp -m udp --dport 3478 -j ACCEPT\n',
      ),
    ).toBe('open')
    expect(judge('-P INPUT ACCEPT\n-A INPUT -p tcp -m tcp --dport 7000:8000 -j DROP\n')).toBe('blocked')
    expect(judge('-P INPUT ACCEPT\n-A INPUT -j LOG\n-A INPUT -i eth1 -j own\n')).toBe('unreadable')
  })
})

describe('Windows', () => {
  const facts = {
    category: 'Public',
    isMetered: false,
    isEnabled: true,
    allowsInbound: false,
    blocksAllInbound: false,
    foreign: [] as string[],
  }
  const rule = (profile: string, protocol: string, localPorts = 'Any', action = 'Allow') => ({
    action,
    profile,
    protocol,
    localPorts,
  })
  const program = "C:\\Program Files\\Zhang’s & O'Neil\\FieldACS.exe"
  const judge = (rules: ReturnType<typeof rule>[], more = {}) =>
    judgeWindows({ ...facts, rules, ...more }, ports, program)

  it('asks for a rule of the profile that is on, in one line for PowerShell and for cmd', () => {
    const blocked = judge([rule('Private', 'TCP'), rule('Private', 'UDP')])
    expect(blocked).toMatchObject({ kind: 'blocked', zone: 'Public' })
    const path = `'C:\\Program Files\\Zhang’s & O''Neil\\FieldACS.exe'`
    const add = (protocol: string, list: string) =>
      `New-NetFirewallRule -DisplayName 'FieldACS ${protocol}' -Direction Inbound -Action Allow -Program ${path} -Protocol ${protocol} -LocalPort ${list} -Profile Any`
    const clean = `Get-NetFirewallApplicationFilter -Program ${path} -ErrorAction SilentlyContinue | Get-NetFirewallRule | Remove-NetFirewallRule`
    expect(blocked.kind === 'blocked' && blocked.command).toBe(
      `powershell -NoProfile -Command "${clean}; ${add('TCP', '7547,7567')}; ${add('UDP', '3478')}"`,
    )
    expect(judge([], { category: 'DomainAuthenticated' })).toMatchObject({ kind: 'blocked', zone: 'Domain' })
    expect(judge([], { category: '' })).toMatchObject({ kind: 'blocked', zone: 'Public' })
  })

  it('sees rules that allow, that block, and the switch for all', () => {
    expect(judge([rule('Private, Public', 'TCP'), rule('Any', 'UDP')]).kind).toBe('open')
    expect(judge([rule('Any', 'Any')]).kind).toBe('open')
    expect(judge([rule('Any', 'Any'), rule('Public', 'TCP', 'Any', 'Block')]).kind).toBe('blocked')
    expect(judge([rule('Any', 'Any'), rule('Private', 'TCP', 'Any', 'Block')]).kind).toBe('open')
    expect(judge([rule('Any', 'Any')], { blocksAllInbound: true }).kind).toBe('blocked')
    expect(judge([], { allowsInbound: true }).kind).toBe('open')
    expect(judge([], { isEnabled: false }).kind).toBe('none')
    expect(judgeWindows(null, ports, program).kind).toBe('unreadable')
  })

  it('looks at the ports of a rule: one for the port of yesterday opens nothing today', () => {
    expect(judge([rule('Any', 'TCP', '7547,7567'), rule('Any', 'UDP', '3478')]).kind).toBe('open')
    expect(judge([rule('Any', 'TCP', '7000-8000'), rule('Any', '17', '3478')]).kind).toBe('open')
    expect(judge([rule('Any', 'TCP', '7548,7567'), rule('Any', 'UDP', '3478')]).kind).toBe('blocked')
    expect(judge([rule('Any', 'Any'), rule('Any', 'TCP', '80', 'Block')]).kind).toBe('open')
  })

  it('does not speak for the firewall of another maker', () => {
    const foreign = ['火绒安全软件']
    expect(judge([rule('Any', 'Any')], { foreign })).toEqual({ kind: 'foreign', name: foreign[0] })
    expect(judge([], { isEnabled: false, foreign })).toEqual({ kind: 'foreign', name: foreign[0] })
  })

  it('reads what PowerShell prints: one rule is no list, and what is not ASCII comes escaped', () => {
    const text = `{"category":"Private","isMetered":true,"isEnabled":true,"allowsInbound":false,"blocksAllInbound":false,"rules":{"action":"Allow","profile":"Any","protocol":"Any","localPorts":"Any"},"foreign":["\\u706b\\u7ed2"]}\r\n`
    expect(parseWindowsFacts(text)).toMatchObject({ rules: [{ action: 'Allow' }], foreign: ['火绒'] })
    expect(parseWindowsFacts('oops')).toBeNull()
    expect(parseWindowsFacts('{}')).toBeNull()
  })
})

describe('macOS', () => {
  const app = '/Applications/FieldACS.app/Contents/MacOS/FieldACS'
  const judge = (globalState: string, blockAll: string, appBlocked: string) =>
    judgeMac({ globalState, blockAll, appBlocked }, app).kind
  const on = 'Firewall is enabled. (State = 1)\n'
  const noBlock = 'Firewall has block all state set to disabled.\n'
  it('reads the words of socketfilterfw', () => {
    expect(judge('Firewall is disabled. (State = 0)\n', noBlock, '')).toBe('none')
    expect(judge(on, noBlock, `Incoming connection to the application  is permitted \n`)).toBe('open')
    expect(judge(on, noBlock, `Incoming connection to the application  is blocked \n`)).toBe('blocked')
    expect(judge(on, noBlock, `The application is not part of the firewall \n`)).toBe('unreadable')
    expect(judge(on, 'Firewall has block all state set to enabled.\n', 'is permitted')).toBe('blocked')
    expect(judgeMac(null, app).kind).toBe('unreadable')
  })

  it('adds the app by its bundle, and touches the switch for all only where it is on', () => {
    const commandOf = (blockAll: string) => {
      const verdict = judgeMac({ globalState: on, blockAll, appBlocked: 'is blocked' }, app)
      return verdict.kind === 'blocked' ? verdict.command : ''
    }
    expect(commandOf(noBlock)).toMatch(
      /^sudo \S+ --add "\/Applications\/FieldACS\.app" && sudo \S+ --unblockapp "\S+\.app"$/,
    )
    expect(commandOf('Firewall has block all state set to enabled.\n')).toMatch(/^sudo \S+ --setblockall off && sudo /)
  })
})
