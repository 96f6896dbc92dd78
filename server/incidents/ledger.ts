import { type RawBuilder, sql } from 'kysely'

/**
 * Where a letter stands. What is with the mail server is asked in the outbox itself until its answer is written down here, so that "told"
 * and "not told" are never behind. A letter taken out of the outbox again is a draft.
 */
export const standingOf = (
  letter: 'l' | 'x',
): RawBuilder<string> => sql`(case when ${sql.ref(`${letter}.state`)} <> 'written' then ${sql.ref(`${letter}.state`)}
  else coalesce((select case r.state when 'accepted' then 'told' when 'refused' then 'refused' when 'bounced' then 'refused' else 'written' end
    from outbox o join outbox_recipients r on r.outbox_id = o.id where o.message_id = ${sql.ref(`${letter}.message_id`)}
    order by o.id desc limit 1), 'draft') end)`

/**
 * Everybody on the list of incident `i`, as `p`, with the address they are written to, the newest update they
 * have heard of, and where the newest that has left (`n.latest`) stands for them.
 */
export const peopleOfIncident = sql`incident_people p
  join customers u on u.id = p.customer_id
  left join lateral (select a.address from customer_addresses a where a.customer_id = p.customer_id and a.kind = 'email'
    order by a.created_at, a.address limit 1) e on true
  left join lateral (select max(x.update_position) filter (where s.standing = 'told') as heard,
      max(s.standing) filter (where x.update_position = n.latest) as standing
    from incident_letters x cross join lateral (select ${standingOf('x')} as standing) s
    where x.incident_id = p.incident_id and x.customer_id = p.customer_id) h on true
  left join conversations c on c.id = p.conversation_id
  cross join lateral (select case when h.heard >= n.latest then 'told' when h.standing = 'written' then 'written'
    when h.standing = 'refused' then 'refused' else 'untold' end as state,
    e.address is null or (u.no_circulars_at is not null and not exists (select 1 from incident_letters y where y.incident_id = p.incident_id
      and y.customer_id = p.customer_id and y.update_position = n.latest and y.edited)) as otherwise,
    coalesce(c.status = 'open' and c.waiting_since is not null, false) as waiting) t`

/** The newest update that has begun to leave; 0 before the first. */
export const newestBegun = sql`(select coalesce(max(g.position), 0)::int as latest from incident_updates g
  where g.incident_id = i.id and g.sending_since is not null)`
