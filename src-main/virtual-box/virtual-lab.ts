import type { ModelName } from './model/spec.ts'
import type { BoxEvent, VirtualBoxOptions } from './options.ts'
import { VirtualBox } from './virtual-box.ts'

/** A box of the lab, as a screen lists it. */
export interface LabBox {
  readonly id: string
  readonly model: ModelName
  readonly serialNumber: string
}

/** What all boxes of the lab have in common. */
export interface LabOptions extends Omit<VirtualBoxOptions, 'model' | 'index' | 'onEvent'> {
  /** Told of everything that happens, with the id of the box. */
  readonly onEvent?: (event: BoxEvent, id: string) => void
}

/** A bench of virtual boxes: starts, lists and stops many. */
export class VirtualLab {
  readonly #options: LabOptions
  readonly #boxes = new Map<string, VirtualBox>()
  readonly #lastIndex = new Map<ModelName, number>()

  constructor(options: LabOptions) {
    this.#options = options
  }

  /** Starts `count` more boxes of a model; their indices go on from the last. `extra` overrides the lab's options. */
  async start(model: ModelName, count: number, extra: Partial<LabOptions> = {}): Promise<LabBox[]> {
    const started = Array.from({ length: count }, () => this.#create(model, extra))
    await Promise.all(started.map((box) => box.start()))
    return started.map(describe)
  }

  list(): LabBox[] {
    return [...this.#boxes.values()].map(describe)
  }

  box(id: string): VirtualBox | undefined {
    return this.#boxes.get(id)
  }

  /** Stops one box, or all; resolves when their sockets are closed. */
  async stop(id?: string): Promise<void> {
    const ids = id === undefined ? [...this.#boxes.keys()] : [id]
    const stopping = ids.flatMap((each) => this.#boxes.get(each)?.stop() ?? [])
    for (const each of ids) {
      this.#boxes.delete(each)
    }
    await Promise.all(stopping)
  }

  #create(model: ModelName, extra: Partial<LabOptions>): VirtualBox {
    const index = (this.#lastIndex.get(model) ?? 0) + 1
    this.#lastIndex.set(model, index)
    const id = `${model}-${index}`
    const { onEvent, ...options } = { ...this.#options, ...extra }
    const box = new VirtualBox({ ...options, model, index, onEvent: (event) => onEvent?.(event, id) })
    this.#boxes.set(id, box)
    return box
  }
}

const idOf = ({ options }: VirtualBox): string => `${options.model}-${options.index}`

const describe = (box: VirtualBox): LabBox => ({
  id: idOf(box),
  model: box.options.model,
  serialNumber: box.facts.serialNumber,
})
