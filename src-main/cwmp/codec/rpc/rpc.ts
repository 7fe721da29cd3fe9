import type { AcsRequest, AcsRequestName, AcsResponse, CpeRequest, CwmpVersion, ResponseTo } from '../messages.ts'
import type { Context } from '../read.ts'
import type { XmlElement } from '../xml-tree.ts'

type Named<M, N> = Extract<M, { name: N }>

/** A method the ACS calls on a box. */
export interface AcsRpc<N extends AcsRequestName> {
  /** The first CWMP version that has it. */
  since: CwmpVersion
  /** Writes what stands inside the request's element, in the order of the schema. */
  encode(request: Named<AcsRequest, N>): string
  /** Reads the response's element. */
  decode(response: XmlElement, cx: Context): ResponseTo<Named<AcsRequest, N>>
}

export type CpeRequestName = CpeRequest['name']

/** A method a box calls on the ACS. */
export interface CpeRpc<N extends CpeRequestName> {
  since: CwmpVersion
  /** Reads the request's element. */
  decode(request: XmlElement, cx: Context): Named<CpeRequest, N>
  /** Writes what stands inside the response's element. */
  encode(response: Named<AcsResponse, `${N}Response`>): string
}
