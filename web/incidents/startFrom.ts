const name = 'tend.incident.from'

export interface From {
  conversationIds: string[]
  inboxId: string | null
}
const nobody: From = { conversationIds: [], inboxId: null }

/** Conversations an incident begins with, carried to its first sentence; a page that is loaded again still has them. */
export function startFrom(conversationIds: readonly string[], inboxId: string | null): void {
  sessionStorage.setItem(name, JSON.stringify({ conversationIds, inboxId }))
}

export function startedFrom(): From {
  try {
    return { ...nobody, ...(JSON.parse(sessionStorage.getItem(name) ?? '{}') as Partial<From>) }
  } catch {
    return nobody
  }
}

export const startFromNobody = (): void => sessionStorage.removeItem(name)
