import { type BoxCore, changeLocally, factsOf } from './core.ts'
import type { ModelName } from './model/spec.ts'
import { addRow, findObject, parametersOf } from './model/tree.ts'
import { transferTime } from './transfer/transfer.ts'

/** An alarm as the box reports it. */
export interface AlarmInput {
  readonly code?: number
  readonly text?: string
  /** 1 critical, 2 major, 3 minor, 4 warning, 5 indeterminate, 6 cleared. */
  readonly severity?: number
  /** Event code, when not the model's own. */
  readonly event?: string
}

const SEVERITIES = ['Critical', 'Major', 'Minor', 'Warning', 'Indeterminate', 'Cleared'] as const

interface AlarmTable {
  readonly event: string
  readonly path: string
  readonly values: (alarm: Required<Omit<AlarmInput, 'event'>>, core: BoxCore) => Readonly<Record<string, string>>
}

const compactTime = (): string => transferTime(new Date()).replace(/\D/g, '')

/** Where each model keeps its alarms, and the event that tells of them. */
const TABLES: Readonly<Record<ModelName, AlarmTable>> = {
  stb: {
    event: 'X00E0FCAlarm',
    path: 'Device.X_00E0FC.Alarm.',
    values: ({ code, text, severity }) => ({
      AlarmCode: String(code),
      AlarmRaisedTime: compactTime(),
      PerceivedSeverity: String(severity),
      AdditionalInformation: text,
    }),
  },
  gateway181: {
    event: 'X ACDE48 ALARM',
    path: 'Device.FaultMgmt.CurrentAlarm.',
    values: ({ code, text, severity }, core) => ({
      AlarmIdentifier: String(code),
      AlarmRaisedTime: transferTime(new Date()),
      AlarmChangedTime: transferTime(new Date()),
      ManagedObjectInstance: 'Device.Optical.Interface.1',
      EventType: 'Communications Alarm',
      ProbableCause: 'Loss of Signal',
      SpecificProblem: factsOf(core).serialNumber,
      PerceivedSeverity: SEVERITIES[severity - 1] ?? 'Indeterminate',
      AdditionalText: text,
    }),
  },
  gateway098: {
    event: 'X CT-COM ALARM',
    path: 'InternetGatewayDevice.DeviceInfo.X_CT-COM_Alarm.AlarmConfig.',
    values: () => ({
      ParaList: 'InternetGatewayDevice.WANDevice.1.WANCommonInterfaceConfig.TotalBytesReceived',
      'Limit-Max': '100',
      'Limit-Min': '0',
      TimeList: '5',
      Mode: '1',
    }),
  },
}

/** Writes an alarm into the tree, puts its values into the next Inform, and returns the event code to report. */
export function recordAlarm(core: BoxCore, alarm: AlarmInput): string {
  const rule = TABLES[core.options.model]
  const table = findObject(core.tree, rule.path)
  if (table !== undefined) {
    const row = addRow(core.tree, table)
    const filled = {
      code: alarm.code ?? 20_101,
      text: alarm.text ?? 'packet loss above limit',
      severity: alarm.severity ?? 2,
    }
    for (const [name, value] of Object.entries(rule.values(filled, core))) {
      changeLocally(core, row.path + name, value)
    }
    for (const { path } of parametersOf(row)) {
      core.extraInform.add(path)
    }
  }
  return alarm.event ?? rule.event
}
