import { create } from 'zustand'
import type { EventData, EventMessage } from '#shared/contract.ts'

interface DataModelStore {
  /** The file that is being read. */
  importing: EventData<'dataModels.importing'> | null
  /** Rises when models were loaded or removed: what they say is to be asked anew. */
  revision: number
}

export const useDataModelStore = create<DataModelStore>()(() => ({ importing: null, revision: 0 }))

/** Takes up the events about data models. */
export function takeDataModelEvents(messages: readonly EventMessage[]): void {
  for (const message of messages) {
    if (message.name === 'dataModels.importing') useDataModelStore.setState({ importing: message.data })
    if (message.name === 'dataModels.changed')
      useDataModelStore.setState(({ revision }) => ({ importing: null, revision: revision + 1 }))
  }
}
