import type { Device } from '#shared/model/device.ts'
import type { Job } from '#shared/model/job.ts'
import type { ParameterValue } from '#shared/model/parameter.ts'
import type { Session, TraceMessage } from '#shared/model/session.ts'
import type { SnapshotDetail } from '#shared/model/snapshot.ts'

/** Whole models for the tests of the store; every one takes the fields that a test is about. */

export function aDevice(given: Partial<Device> = {}): Device {
  return {
    id: '00A0B0-STB100-SN0001',
    manufacturer: 'Example Devices',
    oui: '00A0B0',
    productClass: 'STB100',
    serialNumber: 'SN0001',
    modelName: 'Home Box 100',
    softwareVersion: '1.2.3',
    hardwareVersion: 'A1',
    address: '192.0.2.10',
    dataModel: 'tr098',
    status: 'managed',
    firstSeenAt: '2024-05-01T08:00:00.000Z',
    lastInformAt: '2024-05-01T09:00:00.000Z',
    lastEvents: ['0 BOOTSTRAP', '1 BOOT'],
    cwmpVersion: '1.0',
    connectionRequestUrl: 'http://192.0.2.10:30005/',
    udpConnectionRequestAddress: '',
    periodicInformInterval: 300,
    virtual: false,
    inSession: false,
    note: '',
    ...given,
  }
}

export function aSession(given: Partial<Session> = {}): Session {
  return {
    id: 's1',
    deviceId: aDevice().id,
    address: '192.0.2.10',
    startedAt: '2024-05-01T09:00:00.000Z',
    endedAt: null,
    outcome: 'open',
    reason: '',
    events: ['2 PERIODIC'],
    cwmpVersion: '1.0',
    messageCount: 0,
    warnings: [],
    ...given,
  }
}

export function aMessage(given: Partial<TraceMessage> = {}): Omit<TraceMessage, 'id'> {
  return {
    sessionId: 's1',
    at: '2024-05-01T09:00:00.100Z',
    direction: 'in',
    method: 'Inform',
    cwmpId: '1',
    summary: { events: '2 PERIODIC' },
    httpStatus: null,
    headers: [
      ['Content-Type', 'text/xml; charset=utf-8'],
      ['SOAPAction', ''],
    ],
    sizeBytes: 100,
    body: '<soap/>',
    bodyTruncated: false,
    fault: null,
    warnings: [],
    ...given,
  }
}

export function aJob(given: Partial<Job> = {}): Job {
  return {
    id: 'j1',
    kind: 'read',
    deviceId: aDevice().id,
    state: 'queued',
    step: '',
    progress: 0,
    notice: null,
    input: { paths: ['InternetGatewayDevice.DeviceInfo.'] },
    result: null,
    error: null,
    createdAt: '2024-05-01T09:00:00.000Z',
    endedAt: null,
    deadlineAt: '2024-05-01T10:00:00.000Z',
    ...given,
  }
}

export function aSnapshot(given: Partial<SnapshotDetail> = {}): SnapshotDetail {
  const values = given.values ?? parameters(3)
  return {
    id: 'n1',
    deviceId: aDevice().id,
    kind: 'read',
    configFileId: null,
    jobId: 'j1',
    name: 'before the update',
    takenAt: '2024-05-01T09:30:00.000Z',
    valueCount: values.length,
    failed: [],
    ...given,
    values,
  }
}

export function parameters(count: number): ParameterValue[] {
  return Array.from({ length: count }, (_, n) => ({
    name: `InternetGatewayDevice.LANDevice.1.Hosts.Host.${n}.MACAddress`,
    value: `00:A0:B0:${(n >> 8).toString(16)}:${(n & 255).toString(16)}`,
    type: 'string',
  }))
}

/** A body as a box sends it, about 165 B for each parameter. */
export function informBody(count = 10): string {
  const structs = parameters(count).map(
    ({ name, value }) =>
      `<ParameterValueStruct><Name>${name}</Name><Value xsi:type="xsd:string">${value}</Value></ParameterValueStruct>`,
  )
  return `<?xml version="1.0"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body><cwmp:Inform><ParameterList>${structs.join('\n')}</ParameterList></cwmp:Inform></soap:Body></soap:Envelope>`
}
