import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { memoryPages, validateXML } from 'xmllint-wasm'
import { SHARED_DATA } from './shared-data.ts'

/** The part of the SOAP 1.1 envelope schema that CWMP needs: what the body holds is checked where a schema knows it. */
const ENVELOPE_XSD = `
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:tns="http://schemas.xmlsoap.org/soap/envelope/"
    targetNamespace="http://schemas.xmlsoap.org/soap/envelope/">
  <xs:attribute name="mustUnderstand"><xs:simpleType><xs:restriction base="xs:boolean"><xs:pattern value="0|1"/></xs:restriction></xs:simpleType></xs:attribute>
  <xs:element name="Envelope"><xs:complexType><xs:sequence>
    <xs:element ref="tns:Header" minOccurs="0"/><xs:element ref="tns:Body"/>
  </xs:sequence></xs:complexType></xs:element>
  <xs:element name="Header"><xs:complexType><xs:sequence>
    <xs:any namespace="##other" minOccurs="0" maxOccurs="unbounded" processContents="strict"/>
  </xs:sequence></xs:complexType></xs:element>
  <xs:element name="Body"><xs:complexType><xs:sequence>
    <xs:any namespace="##any" minOccurs="0" maxOccurs="1" processContents="strict"/>
  </xs:sequence></xs:complexType></xs:element>
  <xs:element name="Fault"><xs:complexType><xs:sequence>
    <xs:element name="faultcode" type="xs:QName"/><xs:element name="faultstring" type="xs:string"/>
    <xs:element name="detail" minOccurs="0"><xs:complexType><xs:sequence>
      <xs:any namespace="##other" processContents="strict"/>
    </xs:sequence></xs:complexType></xs:element>
  </xs:sequence></xs:complexType></xs:element>
</xs:schema>`

const ENCODING_XSD = `
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:tns="http://schemas.xmlsoap.org/soap/encoding/"
    targetNamespace="http://schemas.xmlsoap.org/soap/encoding/">
  <xs:attribute name="arrayType" type="xs:string"/>
  <xs:complexType name="Array">
    <xs:sequence><xs:any namespace="##any" minOccurs="0" maxOccurs="unbounded" processContents="lax"/></xs:sequence>
    <xs:attribute ref="tns:arrayType"/>
  </xs:complexType>
  <xs:simpleType name="base64"><xs:restriction base="xs:base64Binary"/></xs:simpleType>
</xs:schema>`

const driver = (namespace: string, version: string): string => `
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:import namespace="http://schemas.xmlsoap.org/soap/envelope/" schemaLocation="envelope.xsd"/>
  <xs:import namespace="http://schemas.xmlsoap.org/soap/encoding/" schemaLocation="encoding.xsd"/>
  <xs:import namespace="${namespace}" schemaLocation="cwmp-1-${version}.xsd"/>
</xs:schema>`

/** The published schema with its absolute URLs turned to local names; libxml2 cannot redefine one file twice, so that goes. */
function localSchema(version: string): { fileName: string; contents: string } {
  const fileName = `cwmp-1-${version}.xsd`
  const contents = readFileSync(join(SHARED_DATA, 'xsd', fileName), 'utf8')
    .replaceAll('schemaLocation="http://schemas.xmlsoap.org/soap/envelope/"', 'schemaLocation="envelope.xsd"')
    .replaceAll('schemaLocation="http://schemas.xmlsoap.org/soap/encoding/"', 'schemaLocation="encoding.xsd"')
    .replaceAll('http://www.broadband-forum.org/cwmp/', '')
    .replaceAll(/<xs:redefine[\s\S]*?<\/xs:redefine>/g, '')
  return { fileName, contents }
}

/**
 * Validates envelopes against the XSD of a CWMP version (`1.0` … `1.4`) and returns the complaints, none when all are
 * valid. Needs ../shared/data.
 */
export async function complaintsAbout(envelopes: readonly string[], cwmpVersion: string): Promise<string[]> {
  const minor = cwmpVersion.slice(2)
  const namespace = `urn:dslforum-org:cwmp-1-${Math.min(2, Number(minor))}`
  const result = await validateXML({
    xml: envelopes.map((contents, i) => ({ fileName: `message-${i}.xml`, contents })),
    schema: [{ fileName: 'driver.xsd', contents: driver(namespace, minor) }],
    preload: [
      { fileName: 'envelope.xsd', contents: ENVELOPE_XSD },
      { fileName: 'encoding.xsd', contents: ENCODING_XSD },
      ...(Number(minor) > 2 ? ['2', '3', '4'].filter((each) => each <= minor) : [minor]).map(localSchema),
    ],
    initialMemoryPages: 2 * memoryPages.MiB * 16,
    maxMemoryPages: memoryPages.GiB,
  })
  return result.valid ? [] : result.errors.map(({ rawMessage }) => rawMessage)
}
