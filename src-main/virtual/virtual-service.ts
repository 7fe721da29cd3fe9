import type { VirtualBoxInfo, VirtualKind } from '#shared/contract.ts'
import { AppError } from '#shared/errors.ts'
import { type LabBox, VirtualLab } from '../virtual-box/virtual-lab.ts'

export interface VirtualServiceDeps {
  acsUrl: () => string
  /** Credentials for the boxes, as the ACS wants them now. */
  credentials: () => { username: string; password: string } | null
  onChange: (boxes: VirtualBoxInfo[]) => void
}

/** A demo box shows up at once; a real one boots for a minute. */
const demoBootMs = 300

/** The demo boxes of the app: real clients of its own ACS, over real HTTP. */
export class VirtualService {
  readonly #deps: VirtualServiceDeps
  readonly #lab = new VirtualLab({ acsUrl: '', bootDelayMs: demoBootMs })

  constructor(deps: VirtualServiceDeps) {
    this.#deps = deps
  }

  list(): VirtualBoxInfo[] {
    return this.#lab.list().map(infoOf)
  }

  isVirtual(serialNumber: string): boolean {
    return this.#lab.list().some((box) => box.serialNumber === serialNumber)
  }

  async start(kind: VirtualKind, count: number, parameterCount?: number): Promise<VirtualBoxInfo[]> {
    const model = kind === 'gateway' ? 'gateway181' : kind
    const started = await this.#lab.start(model, count, {
      acsUrl: this.#deps.acsUrl(),
      ...this.#deps.credentials(),
      ...(parameterCount === undefined ? {} : { parameterCount }),
    })
    this.#deps.onChange(this.list())
    return started.map(infoOf)
  }

  /** Stops one box, or all of them. Throws NOT_FOUND. */
  async stop(id?: string): Promise<void> {
    if (id !== undefined && !this.list().some((box) => box.id === id)) throw new AppError('NOT_FOUND', { id })
    await this.#lab.stop(id)
    this.#deps.onChange(this.list())
  }
}

function infoOf({ id, model, serialNumber }: LabBox): VirtualBoxInfo {
  return { id, kind: model, serialNumber }
}
