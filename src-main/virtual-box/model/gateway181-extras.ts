import { countOf, fixedTable, flag, int, openTable, perRow, rw, secret, text, time, uint, word } from './builders.ts'
import type { ObjectSpecs, TableSpec } from './spec.ts'

/** Lights (Device:2.16) and bulk data over HTTP (TR-069 Annex N) of the gateway. */
export const extras: ObjectSpecs = {
  'Device.LEDs.': { LEDNumberOfEntries: countOf('LED') },
  'Device.LEDs.LED.{i}.': {
    Enable: rw(flag(true)),
    Name: text(perRow(['Power', 'Internet', 'WLAN']), 64),
    Status: text('InUse', 32),
  },
  'Device.BulkData.': {
    Enable: rw(flag(false)),
    Status: text('Disabled', 16),
    MinReportingInterval: uint(5),
    Protocols: text('HTTP', 64),
    EncodingTypes: text('CSV,JSON', 64),
    MaxNumberOfProfiles: int(2, -1),
    MaxNumberOfParameterReferences: int(100, -1),
    ProfileNumberOfEntries: countOf('Profile'),
    ParameterWildCardSupported: flag(false),
  },
  'Device.BulkData.Profile.{i}.': {
    Enable: rw(flag(false)),
    Name: rw(text('', 255)),
    Protocol: rw(word('', ['', 'HTTP'])),
    EncodingType: rw(word('', ['', 'CSV', 'JSON'])),
    ReportingInterval: rw(uint(86_400, 1)),
    TimeReference: rw(time()),
    ParameterNumberOfEntries: countOf('Parameter'),
  },
  'Device.BulkData.Profile.{i}.Parameter.{i}.': { Name: rw(text('', 64)), Reference: rw(text('', 256)) },
  'Device.BulkData.Profile.{i}.JSONEncoding.': {
    ReportFormat: rw(word('ObjectHierarchy', ['ObjectHierarchy', 'NameValuePair'])),
    ReportTimestamp: rw(word('Unix-Epoch', ['Unix-Epoch', 'ISO-8601', 'None'])),
  },
  'Device.BulkData.Profile.{i}.CSVEncoding.': {
    ReportFormat: rw(word('ParameterPerColumn', ['ParameterPerRow', 'ParameterPerColumn'])),
    RowTimestamp: rw(word('Unix-Epoch', ['Unix-Epoch', 'ISO-8601', 'None'])),
  },
  'Device.BulkData.Profile.{i}.HTTP.': {
    URL: rw(text('', 1024)),
    Username: rw(text('', 256)),
    Password: secret(256),
    Method: rw(word('POST', ['POST', 'PUT'])),
  },
}

export const extraTables: Readonly<Record<string, TableSpec>> = {
  'Device.LEDs.LED.': fixedTable(3),
  'Device.BulkData.Profile.': openTable(0, 2),
  'Device.BulkData.Profile.{i}.Parameter.': openTable(0, 100),
}
