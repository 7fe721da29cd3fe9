import type { VirtualBoxInfo, VirtualKind } from '#shared/contract.ts'
import { AppError } from '#shared/errors.ts'
import { VirtualLab } from '../virtual-box/virtual-lab.ts'

export interface VirtualServiceDeps {
  acsUrl: () => string
  /** Credentials for the boxes, as the ACS wants them now. */
  credentials: () => { username: string; password: string } | null
  onChange: (boxes: VirtualBoxInfo[]) => void
}

/** The demo boxes of the app: real clients of its own ACS, over real HTTP. */
export class VirtualService {
  readonly #deps: VirtualServiceDeps
  readonly #lab: VirtualLab
  #boxes: VirtualBoxInfo[] = []

  constructor(deps: VirtualServiceDeps) {
    this.#deps = deps
    this.#lab = new VirtualLab()
  }

  list(): VirtualBoxInfo[] {
    return this.#boxes
  }

  isVirtual(serialNumber: string): boolean {
    return this.#boxes.some((box) => box.serialNumber === serialNumber)
  }

  start(kind: VirtualKind, count: number): VirtualBoxInfo[] {
    const model = kind === 'gateway' ? 'gateway181' : kind
    const started = this.#lab
      .start(model, count, { acsUrl: this.#deps.acsUrl(), ...this.#deps.credentials() })
      .map(({ id, serialNumber }): VirtualBoxInfo => ({ id, kind, serialNumber }))
    this.#set([...this.#boxes, ...started])
    return started
  }

  /** Stops one box, or all of them. Throws NOT_FOUND. */
  async stop(id?: string): Promise<void> {
    if (id !== undefined && !this.#boxes.some((box) => box.id === id)) throw new AppError('NOT_FOUND', { id })
    await this.#lab.stop(id)
    this.#set(id === undefined ? [] : this.#boxes.filter((box) => box.id !== id))
  }

  #set(boxes: VirtualBoxInfo[]): void {
    this.#boxes = boxes
    this.#deps.onChange(boxes)
  }
}
