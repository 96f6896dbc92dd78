import type { LiveEvent } from '#contract/house.ts'

/** Whether what changed may be in what was read: `key` is the route, `params` what it was read with. */
export function affects(event: LiveEvent, key: string, params: Record<string, string> | null): boolean {
  // What a team decides about its care language touches nobody's letters.
  if (key === 'GET /guide') return /^(guide|inbox|teammate)\./.test(event.type)
  if (key === 'GET /inboxes/{id}/guide')
    return event.type === 'guide.changed' && (!event.inboxId || event.inboxId === params?.id)
  if (event.type === 'guide.changed') return false
  if (key === 'GET /signatures' || key === 'GET /inboxes/{id}/signature')
    return /^(signature|teammate|inbox|company)\./.test(event.type)
  if (key === 'GET /inboxes/{id}/reader') return /^(calendar|company)\./.test(event.type)
  if (key === 'GET /conversations/{id}/offers')
    return params?.id === event.conversationId && /^(option|promise|message|reply)/.test(event.type)
  // A field is the team's, what stands in it one matter's or person's; most that happens to these touches no field.
  if (key.endsWith('/fields')) {
    const about = event.conversationId ?? event.customerId
    return (
      event.type === 'field.changed' || (event.type === 'field.filled' && (!about || about === params?.id))
    )
  }
  if (key === 'GET /act-kinds') return event.type === 'act-kinds.changed'
  if (/^GET \/(matters|matter-|people-to-tell|conversations\/\{id\}\/matters)/.test(key))
    return /^(matter|message|reply|person|conversation)\./.test(event.type)
  // Every screen asks whether an incident is open; what becomes of single letters concerns only who looks at that one.
  if (key === 'GET /incidents') return /^incident\./.test(event.type) && event.type !== 'incident.ledger'
  if (/^GET \/(incidents|reaches|conversations\/\{id\}\/incidents)/.test(key))
    return /^(incident|reach|leave)\./.test(event.type)
  if (key === 'GET /surge') return /^(surge|message|conversation)\./.test(event.type)
  if (/^GET \/status-/.test(key)) return /^(status|company)\./.test(event.type)
  if (key.startsWith('GET /statements')) return event.type.startsWith('statement.')
  if (key === 'GET /authority') return event.type === 'authority.changed'
  if (key === 'GET /decisions') return event.type.startsWith('decision.')
  if (key.startsWith('GET /authority-hooks')) return event.type.startsWith('decision.')
  if (key === 'GET /extras' || key === 'GET /given-extras') return /^extras?\./.test(event.type)
  // The catalogue and the team's own words stand in every conversation.
  if (key === 'GET /conversations/{id}/extras' && event.type === 'extras.changed') return true
  if (key === 'GET /heat-rules') return event.type === 'heat-rules.changed'
  if (key === 'GET /conversations/{id}/heat' && event.type === 'heat-rules.changed') return true
  if (key === 'GET /recovery-rate') return /^(recovery|conversation\.read)/.test(event.type)
  if (key === 'GET /complaints') return /^(complaint|message|conversation|recovery)\./.test(event.type)
  if (key === 'GET /recovery-rules') return event.type === 'recovery-rules.changed'
  if (key.startsWith('GET /recoveries'))
    return /^(recovery|promise|act|message|reply|conversation)\./.test(event.type)
  // Whose matter it is, and what is known of them, stands beside it.
  if (key === 'GET /conversations/{id}' && event.type.startsWith('customer.')) return true
  if (key === 'GET /circles' || key === 'GET /circles/{id}' || key === 'GET /same-people')
    return /^(customer|message|conversation)\./.test(event.type)
  if (key.startsWith('GET /conversations/{id}')) return params?.id === event.conversationId
  if (event.type === 'presence.changed') return key === 'GET /conversations'
  if (key.startsWith('GET /customers/{id}')) return params?.id === event.customerId
  if (key.startsWith('GET /conversations') || key === 'GET /today' || key === 'GET /search') return true
  if (key.startsWith('GET /promises'))
    return event.type.startsWith('promise.') || event.type === 'reply.undone'
  if (key === 'GET /quiet') return true
  if (key === 'GET /page-rules') return event.type === 'page-rules.changed'
  if (key === 'GET /erasures') return /^(erasure|customer)\./.test(event.type)
  if (key === 'GET /callback-rules') return event.type === 'callback-rules.changed'
  if (key.startsWith('GET /callbacks')) return /^(callback|promise|calendar|leave)\./.test(event.type)
  if (key === 'GET /silence-rules') return event.type === 'silence-rules.changed'
  if (key.startsWith('GET /persons')) return /^(person|message|leave)\./.test(event.type)
  if (key === 'GET /goals') return /^(goal|person)\./.test(event.type)
  if (key.startsWith('GET /handovers')) return /^(handover|conversation|message|reply)\./.test(event.type)
  if (key === 'GET /urgents') return event.type.startsWith('urgent.')
  if (key === 'GET /rotas') return /^(rota|leave|teammate|practice|company)\./.test(event.type)
  if (key === 'GET /target-rules') return event.type === 'target-rules.changed'
  if (key === 'GET /practices') return event.type === 'practice.switched'
  if (key === 'GET /word-rules') return event.type === 'word-rules.changed'
  if (key === 'GET /holidays' || key === 'GET /leaves') return /^(calendar|leave)\./.test(event.type)
  if (key === 'GET /customers') return event.type.startsWith('customer.') || event.type === 'message.received'
  if (key === 'GET /me/notifications') return /^(notices|leave)\./.test(event.type)
  if (/GET \/(me|teammates|inboxes|company)/.test(key)) return /^(teammate|inbox|company)\./.test(event.type)
  if (key === 'GET /mailboxes' || key === 'GET /health')
    return event.type.startsWith('mail') || event.type.startsWith('letter')
  if (key === 'GET /blocks') return event.type === 'blocks.changed'
  if (key === 'GET /frameworks') return event.type === 'framework.changed'
  return false
}
