/**
 * Validation against the published CWMP schemas. They are not part of the repository: they are looked for beside it,
 * and tests that need them skip without them.
 */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { validateXML, type XMLFileInfo } from 'xmllint-wasm'
import type { CwmpVersion } from '../../src-main/cwmp/codec/messages.ts'

/** Shared data of the project's machines: schemas, captures, data models. */
export const SHARED_DATA = fileURLToPath(new URL('../../../shared/data/', import.meta.url))

export const hasSchemas: boolean = existsSync(`${SHARED_DATA}xsd/cwmp-1-0.xsd`)
export const hasCaptures: boolean = existsSync(`${SHARED_DATA}captures/INDEX.md`)

/** The SOAP 1.1 envelope as CWMP uses it; whatever stands in Header, Body and detail must be declared and valid. */
const SOAP_ENVELOPE = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:tns="http://schemas.xmlsoap.org/soap/envelope/" targetNamespace="http://schemas.xmlsoap.org/soap/envelope/">
  <xs:element name="Envelope"><xs:complexType><xs:sequence>
    <xs:element ref="tns:Header" minOccurs="0"/><xs:element ref="tns:Body"/>
  </xs:sequence></xs:complexType></xs:element>
  <xs:element name="Header"><xs:complexType><xs:sequence>
    <xs:any namespace="##other" maxOccurs="unbounded" processContents="strict"/>
  </xs:sequence></xs:complexType></xs:element>
  <xs:element name="Body"><xs:complexType><xs:sequence>
    <xs:any namespace="##any" processContents="strict"/>
  </xs:sequence></xs:complexType></xs:element>
  <xs:element name="Fault"><xs:complexType><xs:sequence>
    <xs:element name="faultcode" type="xs:QName"/><xs:element name="faultstring" type="xs:string"/>
    <xs:element name="detail"><xs:complexType><xs:sequence>
      <xs:any namespace="##other" processContents="strict"/>
    </xs:sequence></xs:complexType></xs:element>
  </xs:sequence></xs:complexType></xs:element>
  <xs:attribute name="mustUnderstand" type="xs:boolean"/>
  <xs:attribute name="encodingStyle" type="xs:string"/>
</xs:schema>`

/** Of the SOAP encoding, what the CWMP schemas refer to. */
const SOAP_ENCODING = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:tns="http://schemas.xmlsoap.org/soap/encoding/" targetNamespace="http://schemas.xmlsoap.org/soap/encoding/">
  <xs:attribute name="arrayType" type="xs:string"/>
  <xs:complexType name="Array"><xs:sequence>
    <xs:any namespace="##any" minOccurs="0" maxOccurs="unbounded" processContents="lax"/>
  </xs:sequence><xs:attribute ref="tns:arrayType"/></xs:complexType>
  <xs:simpleType name="base64"><xs:restriction base="xs:base64Binary"/></xs:simpleType>
</xs:schema>`

/** The absolute addresses in the schemas, and the files that stand for them (as catalog.xml has it). */
function localName(location: string): string {
  if (location.endsWith('/soap/envelope/')) return 'soap-envelope.xsd'
  if (location.endsWith('/soap/encoding/')) return 'soap-encoding.xsd'
  return location.slice(location.lastIndexOf('/') + 1)
}

function schemaFile(version: CwmpVersion): XMLFileInfo {
  const fileName = `cwmp-${version.replace('.', '-')}.xsd`
  const text = readFileSync(`${SHARED_DATA}xsd/${fileName}`, 'utf8')
  const local = text.replace(
    /schemaLocation="([^"]*)"/g,
    (_, location: string) => `schemaLocation="${localName(location)}"`,
  )
  return { fileName, contents: oneRedefine(local) }
}

/** libxml2 takes one redefine of a schema and no include beside it; the 1.4 schema has three and one. */
function oneRedefine(schema: string): string {
  const [first, ...others] = schema.match(/<xs:redefine[\s\S]*?<\/xs:redefine>/g) ?? []
  if (first === undefined) return schema
  const inner = others.map((redefine) => redefine.replace(/<\/?xs:redefine[^>]*>/g, '')).join('')
  return others
    .reduce((text, redefine) => text.replace(redefine, ''), schema)
    .replace(/<xs:include[^>]*\/>/, '')
    .replace(first, () => first.replace('</xs:redefine>', `${inner}</xs:redefine>`))
}

const NAMESPACE: Record<CwmpVersion, string> = {
  '1.0': 'urn:dslforum-org:cwmp-1-0',
  '1.1': 'urn:dslforum-org:cwmp-1-1',
  '1.2': 'urn:dslforum-org:cwmp-1-2',
  '1.3': 'urn:dslforum-org:cwmp-1-2',
  '1.4': 'urn:dslforum-org:cwmp-1-2',
}

/** The namespace a version has on the wire. */
export function namespaceOf(version: CwmpVersion): string {
  return NAMESPACE[version]
}

/** What is wrong with envelopes by the schema of a version, each fault with the name it was given; none when valid. */
export async function validateEnvelopes(envelopes: Record<string, string>, version: CwmpVersion): Promise<string[]> {
  const main = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
    <xs:import namespace="http://schemas.xmlsoap.org/soap/envelope/" schemaLocation="soap-envelope.xsd"/>
    <xs:import namespace="${namespaceOf(version)}" schemaLocation="cwmp-${version.replace('.', '-')}.xsd"/>
  </xs:schema>`
  const result = await validateXML({
    xml: Object.entries(envelopes).map(([name, contents]) => ({ fileName: `${name}.xml`, contents })),
    schema: [{ fileName: 'main.xsd', contents: main }],
    preload: [
      { fileName: 'soap-envelope.xsd', contents: SOAP_ENVELOPE },
      { fileName: 'soap-encoding.xsd', contents: SOAP_ENCODING },
      ...(['1.0', '1.1', '1.2', '1.3', '1.4'] as const).map(schemaFile),
    ],
  })
  if (result.valid) return []
  return result.errors.map(({ message, loc }) => `${loc?.fileName ?? ''}: ${message}`)
}
