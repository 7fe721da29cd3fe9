import {
  counter,
  countOf,
  fixedTable,
  flag,
  int,
  ip,
  live,
  mac,
  macPlus,
  openTable,
  perRow,
  rw,
  secret,
  text,
  uint,
  word,
} from './builders.ts'
import type { ObjectSpecs, ParameterSpecs, TableSpec } from './spec.ts'

/** WANDevice of TR-098: one PON uplink with a TR069+INTERNET PPP connection and an IPTV one, CTC style. */

const D = 'InternetGatewayDevice.WANDevice.{i}.'
const C = `${D}WANConnectionDevice.{i}.`

const wanAddress = ({ facts }: { readonly facts: { readonly index: number } }): string =>
  `100.72.${(facts.index >> 8) & 255}.${(facts.index % 250) + 2}`

const common: ParameterSpecs = {
  Enable: rw(flag(({ row }) => row.at(-1) === 1)),
  ConnectionStatus: text(({ row }) => (row.at(-1) === 1 ? 'Connected' : 'Unconfigured'), 32),
  Uptime: live(uint(), ({ upTime }) => Math.floor(upTime)),
  LastConnectionError: text('ERROR_NONE', 64),
  RSIPAvailable: flag(false),
  NATEnabled: rw(flag(true)),
  ExternalIPAddress: rw(ip(wanAddress)),
  DNSEnabled: rw(flag(true)),
  DNSOverrideAllowed: rw(flag(false)),
  DNSServers: rw(text('223.5.5.5,119.29.29.29', 256)),
  MACAddress: rw(mac(({ facts, row }) => macPlus(facts.macAddress, 1 + (row.at(-2) ?? 0)))),
  ConnectionTrigger: rw(word('AlwaysOn', ['OnDemand', 'AlwaysOn', 'Manual'])),
  PortMappingNumberOfEntries: countOf('PortMapping'),
}

const portMapping: ParameterSpecs = {
  PortMappingEnabled: rw(flag(false)),
  PortMappingLeaseDuration: rw(uint(0)),
  RemoteHost: rw(text('', 64)),
  ExternalPort: rw(uint(0, 0, 65_535)),
  InternalPort: rw(uint(0, 0, 65_535)),
  PortMappingProtocol: rw(word('TCP', ['TCP', 'UDP'])),
  InternalClient: rw(text('', 256)),
  PortMappingDescription: rw(text('', 256)),
}

export const wan: ObjectSpecs = {
  [D]: { WANConnectionNumberOfEntries: countOf('WANConnectionDevice') },
  [`${D}WANCommonInterfaceConfig.`]: {
    EnabledForInternet: rw(flag(true)),
    WANAccessType: text('Ethernet', 16),
    Layer1UpstreamMaxBitRate: uint(1_000_000_000),
    Layer1DownstreamMaxBitRate: uint(2_500_000_000),
    PhysicalLinkStatus: text('Up', 16),
    TotalBytesSent: counter(uint(), 90_000),
    TotalBytesReceived: counter(uint(), 1_900_000),
    TotalPacketsSent: counter(uint(), 400),
    TotalPacketsReceived: counter(uint(), 1500),
  },
  [`${D}X_CT-COM_EponInterfaceConfig.Stats.`]: {
    BytesSent: counter(uint(), 91_000),
    BytesReceived: counter(uint(), 1_910_000),
  },
  [C]: {
    WANIPConnectionNumberOfEntries: countOf('WANIPConnection'),
    WANPPPConnectionNumberOfEntries: countOf('WANPPPConnection'),
  },
  [`${C}X_CT-COM_WANGponLinkConfig.`]: {
    Mode: rw(uint(2)),
    VLANIDMark: rw(uint(({ row }) => (row.at(-1) === 1 ? 41 : 43), 0, 4094)),
    '802-1pMark': rw(uint(0, 0, 7)),
  },
  [`${C}WANPPPConnection.{i}.`]: {
    ...common,
    PossibleConnectionTypes: text('IP_Routed,PPPoE_Bridged', 128),
    ConnectionType: rw(word('IP_Routed', ['IP_Routed', 'PPPoE_Bridged'])),
    Name: rw(text(perRow(['1_TR069_INTERNET_R_VID_41']), 256)),
    Username: rw(text(({ facts, row }) => (row.at(-1) === 1 ? `0755${facts.serialNumber.slice(-8)}` : ''), 64)),
    Password: secret(64, 'pppoe-secret'),
    PPPAuthenticationProtocol: text('PAP', 16),
    RemoteIPAddress: ip('100.72.0.1'),
    MaxMRUSize: rw(uint(1492, 1, 1540)),
    CurrentMRUSize: uint(1492, 1, 1540),
    TransportType: text('PPPoE', 16),
    PPPoEACName: rw(text('', 256)),
    PPPoEServiceName: rw(text('', 256)),
    'X_CT-COM_ServiceList': rw(text(perRow(['TR069,INTERNET'], 'OTHER'), 64)),
    'X_CT-COM_LanInterface': rw(text('', 1024)),
    'X_CT-COM_LanInterface-DHCPEnable': rw(flag(true)),
    'X_CT-COM_IPMode': rw(uint(1, 1, 3)),
    'X_CT-COM_MulticastVlan': rw(int(-1)),
  },
  [`${C}WANPPPConnection.{i}.Stats.`]: {
    EthernetBytesSent: counter(uint(), 88_000),
    EthernetBytesReceived: counter(uint(), 1_850_000),
    EthernetPacketsSent: counter(uint(), 390),
    EthernetPacketsReceived: counter(uint(), 1480),
  },
  [`${C}WANPPPConnection.{i}.PortMapping.{i}.`]: portMapping,
  [`${C}WANIPConnection.{i}.`]: {
    ...common,
    PossibleConnectionTypes: text('IP_Routed,IP_Bridged', 128),
    ConnectionType: rw(word('IP_Routed', ['IP_Routed', 'IP_Bridged'])),
    Name: rw(text('', 256)),
    AddressingType: rw(word('DHCP', ['DHCP', 'Static'])),
    SubnetMask: rw(ip('255.255.255.0')),
    DefaultGateway: rw(text('100.72.0.1', 64)),
    MaxMTUSize: rw(uint(1500, 1, 1540)),
  },
  [`${C}WANIPConnection.{i}.PortMapping.{i}.`]: portMapping,
}

export const wanTables: Readonly<Record<string, TableSpec>> = {
  'InternetGatewayDevice.WANDevice.': fixedTable(1),
  [`${D}WANConnectionDevice.`]: openTable(2, 8),
  [`${C}WANPPPConnection.`]: openTable(1, 4),
  [`${C}WANPPPConnection.{i}.PortMapping.`]: openTable(0, 32),
  [`${C}WANIPConnection.`]: openTable(0, 4),
  [`${C}WANIPConnection.{i}.PortMapping.`]: openTable(0, 32),
}
