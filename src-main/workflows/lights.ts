/** A light of a box that can be switched off and on: what to read, and which of the values found are its switches. */
export interface LightSwitch {
  /** The path of a branch or of the one parameter; only that of the box's own root is asked for. */
  read: string
  isSwitch: (path: string) => boolean
}

/**
 * Every object known to switch lights that a person can see. `Device.LEDs.` is of Device:2.13 with `Enable` since 2.16;
 * Huawei's gateways have one switch for all lights (0 and 1 are told the other way round: it does not matter here).
 */
export const lightSwitches: readonly LightSwitch[] = [
  { read: 'Device.LEDs.', isSwitch: (path) => /^Device\.LEDs\.LED\.\d+\.Enable$/.test(path) },
  { read: 'InternetGatewayDevice.X_HW_SSMPPDT.Deviceinfo.X_HW_LedSwitch', isSwitch: () => true },
]
