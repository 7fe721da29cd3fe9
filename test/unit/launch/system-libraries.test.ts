import { describe, expect, it } from 'vitest'
import { sandboxAdvice } from '../../../src-main/launch/sandbox-advice.mjs'
import { installCommand, missingLibraries, parseOsRelease } from '../../../src-main/launch/system-libraries.mjs'

const debian12 = 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nVERSION_ID="12"\nID=debian\n'
const ubuntu24 = 'NAME="Ubuntu"\nVERSION_ID="24.04"\nID=ubuntu\nID_LIKE=debian\n'
const rocky = 'ID="rocky"\nID_LIKE="rhel centos fedora"\nVERSION_ID="9.4"\n'

describe('distribution', () => {
  it('is read from os-release, quoted or not', () => {
    expect(parseOsRelease(debian12)).toEqual({ id: 'debian', like: [], version: 12 })
    expect(parseOsRelease(ubuntu24)).toEqual({ id: 'ubuntu', like: ['debian'], version: 24.04 })
    expect(parseOsRelease(rocky)).toEqual({ id: 'rocky', like: ['rhel', 'centos', 'fedora'], version: 9.4 })
    expect(parseOsRelease('')).toEqual({ id: '', like: [], version: 0 })
  })

  it('decides the command', () => {
    expect(installCommand(parseOsRelease(debian12), ['xvfb'])).toBe('apt-get install -y --no-install-recommends xvfb')
    expect(installCommand(parseOsRelease(rocky), ['libraries', 'fonts'])).toMatch(/^dnf install -y nss .*cjk/)
    expect(installCommand({ id: 'nixos', like: [], version: 24 }, ['libraries'])).toBeUndefined()
  })

  it('decides the names: the time_t change renamed some', () => {
    expect(installCommand(parseOsRelease(debian12), ['libraries'])).toMatch(/libgtk-3-0 .*libasound2 /)
    expect(installCommand(parseOsRelease(ubuntu24), ['libraries'])).toMatch(/libnss3 libgtk-3-0t64 .*libasound2t64 /)
  })
})

it('missing libraries are those that ldd does not find', () => {
  const output = '\tlibgtk-3.so.0 => not found\n\tlibc.so.6 => /lib/libc.so.6 (0x1)\n\tlibgbm.so.1 => not found\n'
  expect(missingLibraries(output)).toEqual(['libgtk-3.so.0', 'libgbm.so.1'])
  expect(missingLibraries('\tstatically linked\n')).toEqual([])
})

describe('advice on the sandbox', () => {
  const settings = (values: Record<string, string>) => (name: string) => values[name]

  it('names the setting that blocks it', () => {
    const ubuntu = settings({ apparmor_restrict_unprivileged_userns: '1', unprivileged_userns_clone: '1' })
    expect(sandboxAdvice(ubuntu, false)).toContain('kernel.apparmor_restrict_unprivileged_userns=0')
    expect(sandboxAdvice(settings({ unprivileged_userns_clone: '0' }), false)).toContain('unprivileged_userns_clone=1')
  })

  it('is silent where nothing blocks it, and to root, who has none', () => {
    expect(sandboxAdvice(settings({}), false)).toBeUndefined()
    expect(sandboxAdvice(settings({ unprivileged_userns_clone: '0' }), true)).toBeUndefined()
  })
})
