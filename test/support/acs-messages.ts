/** One message of every kind an ACS can send, filled as a technician's work would fill it. */
import type { AcsMessage, AcsRequest, AcsResponse, CwmpFault } from '../../src-main/cwmp/codec/messages.ts'

const FILE = {
  commandKey: 'job-7',
  fileType: '1 Firmware Upgrade Image',
  url: 'http://192.168.1.2:8080/f/Ab3?name=a&size=1',
  username: '',
  password: '',
}

export const ACS_REQUESTS: { [N in AcsRequest['name']]: Extract<AcsRequest, { name: N }> } = {
  GetRPCMethods: { name: 'GetRPCMethods' },
  GetParameterNames: { name: 'GetParameterNames', path: 'Device.', nextLevel: true },
  GetParameterValues: { name: 'GetParameterValues', names: ['Device.DeviceInfo.', 'Device.Time.NTPServer1'] },
  SetParameterValues: {
    name: 'SetParameterValues',
    parameters: [
      { name: 'Device.WiFi.SSID.1.SSID', value: ' 客厅 <&"> ', type: 'string' },
      { name: 'Device.ManagementServer.PeriodicInformEnable', value: '1', type: 'boolean' },
      { name: 'Device.ManagementServer.PeriodicInformInterval', value: '3600', type: 'unsignedInt' },
      { name: 'Device.Time.CurrentLocalTime', value: '2026-01-02T03:04:05Z', type: 'dateTime' },
      { name: 'Device.X_ACME_Blob', value: 'AAEC', type: 'base64' },
      { name: 'Device.X_ACME_Hex', value: '00ff', type: 'hexBinary' },
    ],
    parameterKey: 'visit-3',
  },
  GetParameterAttributes: { name: 'GetParameterAttributes', names: ['Device.DeviceInfo.SoftwareVersion'] },
  SetParameterAttributes: {
    name: 'SetParameterAttributes',
    attributes: [
      { name: 'Device.DeviceInfo.SoftwareVersion', notification: 2 },
      { name: 'Device.DeviceInfo.ProvisioningCode', accessList: ['Subscriber'] },
    ],
  },
  AddObject: { name: 'AddObject', objectName: 'Device.WiFi.SSID.', parameterKey: '' },
  DeleteObject: { name: 'DeleteObject', objectName: 'Device.WiFi.SSID.3.', parameterKey: '' },
  Download: {
    name: 'Download',
    ...FILE,
    fileSize: 1024,
    targetFileName: '',
    delaySeconds: 0,
    successUrl: '',
    failureUrl: '',
  },
  ScheduleDownload: {
    name: 'ScheduleDownload',
    ...FILE,
    fileSize: 1024,
    targetFileName: 'image.bin',
    windows: [{ startSeconds: 0, endSeconds: 3600, mode: '3 When Idle', userMessage: '', maxRetries: -1 }],
  },
  Upload: { name: 'Upload', ...FILE, fileType: '2 Vendor Log File', delaySeconds: 0 },
  Reboot: { name: 'Reboot', commandKey: 'job-8' },
  FactoryReset: { name: 'FactoryReset' },
  ScheduleInform: { name: 'ScheduleInform', delaySeconds: 60, commandKey: 'job-9' },
  GetQueuedTransfers: { name: 'GetQueuedTransfers' },
  GetAllQueuedTransfers: { name: 'GetAllQueuedTransfers' },
  CancelTransfer: { name: 'CancelTransfer', commandKey: 'job-7' },
  ChangeDUState: {
    name: 'ChangeDUState',
    operations: [
      { kind: 'install', url: 'http://192.168.1.2/app.zip', username: 'u', password: 'p', executionEnvRef: '' },
      {
        kind: 'update',
        uuid: '11111111-2222-3333-4444-555555555555',
        version: '1.2',
        url: 'http://192.168.1.2/app2.zip',
      },
      { kind: 'uninstall', uuid: '11111111-2222-3333-4444-555555555555', version: '1.2' },
    ],
    commandKey: 'job-10',
  },
  SetVouchers: { name: 'SetVouchers', vouchersBase64: ['AAEC', 'AwQF'] },
  GetOptions: { name: 'GetOptions', optionName: '' },
}

export const ACS_RESPONSES: { [N in AcsResponse['name']]: Extract<AcsResponse, { name: N }> } = {
  InformResponse: { name: 'InformResponse', maxEnvelopes: 1 },
  GetRPCMethodsResponse: { name: 'GetRPCMethodsResponse', methods: ['Inform', 'GetRPCMethods', 'TransferComplete'] },
  TransferCompleteResponse: { name: 'TransferCompleteResponse' },
  AutonomousTransferCompleteResponse: { name: 'AutonomousTransferCompleteResponse' },
  RequestDownloadResponse: { name: 'RequestDownloadResponse' },
  KickedResponse: { name: 'KickedResponse', nextUrl: 'http://192.168.1.2/' },
  DUStateChangeCompleteResponse: { name: 'DUStateChangeCompleteResponse' },
  AutonomousDUStateChangeCompleteResponse: { name: 'AutonomousDUStateChangeCompleteResponse' },
}

export const ACS_FAULT: CwmpFault = {
  name: 'Fault',
  faultCode: 'Server',
  faultString: 'CWMP fault',
  code: 8005,
  message: 'Retry request',
  setParameterValuesFaults: [],
}

export const ACS_MESSAGES: AcsMessage[] = [...Object.values(ACS_REQUESTS), ...Object.values(ACS_RESPONSES), ACS_FAULT]
