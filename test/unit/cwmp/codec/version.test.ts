import { describe, expect, it } from 'vitest'
import { inferVersion, negotiate } from '../../../../src-main/cwmp/codec/index.ts'

const signs = (namespace: string | null, sessionTimeoutSeconds: number | null = null) => ({
  namespace: namespace === null ? null : `urn:dslforum-org:cwmp-${namespace}`,
  sessionTimeoutSeconds,
  supportedVersions: [],
})

describe('the version a box speaks', () => {
  it.each([
    [signs('1-0'), '1.0'],
    [signs('1-1'), '1.1'],
    [signs('1-2'), '1.2'],
    [signs('1-2', 60), '1.3'],
    [signs('1-4'), '1.4'],
    [signs('1-9'), '1.4'],
    [signs(null), '1.0'],
    [signs('2-0'), '1.0'],
    [{ ...signs('1-2', 60), supportedVersions: ['1.0', '1.2'] as ('1.0' | '1.2')[] }, '1.2'],
    [{ ...signs('1-2'), supportedVersions: ['1.0', '1.4'] as ('1.0' | '1.4')[] }, '1.4'],
  ])('%j is %s', (inform, version) => {
    expect(inferVersion(inform)).toBe(version)
  })

  it('is named to a box that listed its versions, and only to it', () => {
    expect(negotiate({ ...signs('1-2'), supportedVersions: ['1.3', '1.4'] })).toEqual({
      version: '1.4',
      namespace: 'urn:dslforum-org:cwmp-1-2',
      useVersion: '1.4',
    })
    expect(negotiate(signs('1-2')).useVersion).toBeUndefined()
  })

  it('comes with the namespace of the box, whatever it is', () => {
    expect(negotiate(signs('1-9')).namespace).toBe('urn:dslforum-org:cwmp-1-9')
    expect(negotiate(signs(null)).namespace).toBe('urn:dslforum-org:cwmp-1-0')
  })
})
