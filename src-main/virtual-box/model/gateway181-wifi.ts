import {
  counter,
  countOf,
  fixedTable,
  flag,
  int,
  live,
  mac,
  macPlus,
  openTable,
  perRow,
  rw,
  secret,
  text,
  uint,
  ulong,
  wave,
  word,
} from './builders.ts'
import type { ObjectSpecs, ParameterSpecs, TableSpec } from './spec.ts'

/** Device.WiFi of TR-181: two radios, two SSIDs, two access points. */

const W = 'Device.WiFi.'

/** Stats objects of TR-181 that count bytes and packets. */
export const interfaceStats = (bytesPerSecond: number): ParameterSpecs => ({
  BytesSent: counter(ulong(), bytesPerSecond / 8),
  BytesReceived: counter(ulong(), bytesPerSecond),
  PacketsSent: counter(ulong(), bytesPerSecond / 4000),
  PacketsReceived: counter(ulong(), bytesPerSecond / 900),
  ErrorsSent: uint(0),
  ErrorsReceived: counter(uint(), 0.001),
  DiscardPacketsSent: uint(0),
  DiscardPacketsReceived: counter(uint(), 0.002),
})

export const wifi: ObjectSpecs = {
  [W]: {
    RadioNumberOfEntries: countOf('Radio'),
    SSIDNumberOfEntries: countOf('SSID'),
    AccessPointNumberOfEntries: countOf('AccessPoint'),
  },
  [`${W}Radio.{i}.`]: {
    Enable: rw(flag(true)),
    Status: text('Up', 16),
    Name: text(perRow(['wl0', 'wl1']), 64),
    LastChange: live(uint(), ({ upTime }) => Math.floor(upTime)),
    LowerLayers: rw(text('', 1024)),
    Upstream: flag(false),
    MaxBitRate: uint(perRow([574, 2402], 0)),
    SupportedFrequencyBands: text(perRow(['2.4GHz', '5GHz']), 32),
    OperatingFrequencyBand: rw(text(perRow(['2.4GHz', '5GHz']), 16)),
    SupportedStandards: text(perRow(['b,g,n', 'a,n,ac']), 32),
    OperatingStandards: rw(text(perRow(['b,g,n', 'a,n,ac']), 32)),
    PossibleChannels: text(perRow(['1-13', '36,40,44,48,149,153,157,161']), 256),
    ChannelsInUse: text(perRow(['1,6,11', '36,149']), 256),
    Channel: rw(uint(perRow([6, 36], 1), 1, 255)),
    AutoChannelSupported: flag(true),
    AutoChannelEnable: rw(flag(true)),
    AutoChannelRefreshPeriod: rw(uint(0)),
    OperatingChannelBandwidth: rw(
      word(perRow(['20MHz', '80MHz'], 'Auto'), ['20MHz', '40MHz', '80MHz', '160MHz', 'Auto']),
    ),
    ExtensionChannel: rw(word('Auto', ['AboveControlChannel', 'BelowControlChannel', 'Auto'])),
    GuardInterval: rw(word('Auto', ['400nsec', '800nsec', 'Auto'])),
    TransmitPowerSupported: text('25,50,75,100', 64),
    TransmitPower: rw(int(100, -1, 100)),
    IEEE80211hSupported: flag(true),
    IEEE80211hEnabled: rw(flag(true)),
    RegulatoryDomain: rw(text('CN ', 3)),
    BeaconPeriod: rw(uint(100)),
    DTIMPeriod: rw(uint(1)),
  },
  [`${W}Radio.{i}.Stats.`]: { ...interfaceStats(400_000), Noise: wave(int(), -92, 3) },
  [`${W}SSID.{i}.`]: {
    Enable: rw(flag(perRow([true, true], false))),
    Status: text(perRow(['Up', 'Up'], 'Down'), 16),
    Name: text(perRow(['wl0.1', 'wl1.1']), 64),
    LastChange: live(uint(), ({ upTime }) => Math.floor(upTime)),
    LowerLayers: rw(text(perRow(['Device.WiFi.Radio.1', 'Device.WiFi.Radio.2']), 1024)),
    BSSID: mac(({ facts, row }) => macPlus(facts.macAddress, 4 + (row.at(-1) ?? 0))),
    MACAddress: mac(({ facts, row }) => macPlus(facts.macAddress, 4 + (row.at(-1) ?? 0))),
    SSID: rw(
      text(
        ({ facts, row }) => `ACME-${facts.macAddress.slice(-5).replace(':', '')}${row.at(-1) === 2 ? '-5G' : ''}`,
        32,
      ),
    ),
  },
  [`${W}SSID.{i}.Stats.`]: interfaceStats(350_000),
  [`${W}AccessPoint.{i}.`]: {
    Enable: rw(flag(perRow([true, true], false))),
    Status: text(perRow(['Enabled', 'Enabled'], 'Disabled'), 24),
    SSIDReference: rw(text(perRow(['Device.WiFi.SSID.1', 'Device.WiFi.SSID.2']), 256)),
    SSIDAdvertisementEnabled: rw(flag(true)),
    WMMCapability: flag(true),
    WMMEnable: rw(flag(true)),
    MaxAssociatedDevices: rw(uint(32)),
    IsolationEnable: rw(flag(false)),
    AssociatedDeviceNumberOfEntries: countOf('AssociatedDevice'),
  },
  [`${W}AccessPoint.{i}.Security.`]: {
    ModesSupported: text('None,WPA2-Personal,WPA-WPA2-Personal', 256),
    ModeEnabled: rw(word('WPA2-Personal', ['None', 'WPA2-Personal', 'WPA-WPA2-Personal'])),
    KeyPassphrase: { ...secret(63, 'acme-2407'), limits: [{ kind: 'length', min: 8, max: 63 }] },
    RekeyingInterval: rw(uint(3600)),
  },
  [`${W}AccessPoint.{i}.AssociatedDevice.{i}.`]: {
    MACAddress: mac(({ facts, row }) => macPlus(facts.macAddress, 0x2000 + (row.at(-2) ?? 0) * 16 + (row.at(-1) ?? 0))),
    AuthenticationState: flag(true),
    LastDataDownlinkRate: wave(uint(0, 0, 600_000), 390_000, 60_000),
    LastDataUplinkRate: wave(uint(0, 0, 600_000), 210_000, 60_000),
    SignalStrength: wave(int(0, -200, 0), -54, 8),
    Retransmissions: wave(uint(0, 0, 100), 4, 3),
    Active: flag(true),
  },
}

export const wifiTables: Readonly<Record<string, TableSpec>> = {
  [`${W}Radio.`]: fixedTable(2),
  [`${W}SSID.`]: openTable(2, 8),
  [`${W}AccessPoint.`]: openTable(2, 8),
  [`${W}AccessPoint.{i}.AssociatedDevice.`]: fixedTable(1),
}
