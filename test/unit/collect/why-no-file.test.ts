import { expect, it } from 'vitest'
import { AppError } from '#shared/errors.ts'
import type { Transfer } from '#shared/model/transfer.ts'
import { whyNoFile } from '../../../src-main/collect/why-no-file.ts'

const request = (patch: Partial<Transfer>) =>
  ({ state: 'aborted', reason: null, bytesReceived: 0, ...patch }) as Transfer
const fault = new AppError('CWMP_9011')
const usual = { requests: [], seconds: 60, isReported: false, fault: null, maxBytes: 2 * 1024 ** 2 }

it.each([
  ['nothing was asked', {}, 'UPLOAD_NOT_COME', { seconds: 60 }],
  ['nothing was asked, and it says that it sent', { isReported: true }, 'UPLOAD_ONLY_REPORTED', {}],
  ['nothing was asked, and it gave a fault', { fault }, 'CWMP_9011', {}],
  ['it broke off', { requests: [request({ bytesReceived: 77 })] }, 'UPLOAD_BROKE_OFF', { bytes: 77 }],
  [
    'it was refused',
    { requests: [request({ state: 'refused', reason: 'disk' })] },
    'UPLOAD_REFUSED',
    { reason: 'disk' },
  ],
  [
    'it was cut off: that says more than its fault',
    { fault, requests: [request({}), request({ state: 'refused', reason: 'tooLarge' })] },
    'UPLOAD_TOO_LARGE',
    { limit: '2 MB' },
  ],
] as const)('%s', (_, patch, code, params) => {
  expect(whyNoFile({ ...usual, ...patch })).toMatchObject({ code, params })
})
