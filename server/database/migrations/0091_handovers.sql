-- A conversation is handed to a colleague with a brief, and is open until they have said yes or given it back. One that was only
-- assigned has no brief.
create table handovers (
  conversation_id id not null,
  id id not null,
  inbox_id id not null,
  customer_id id not null,
  from_id id,
  to_id id not null,
  by_id id,
  brief jsonb,
  -- What the proposal was read from: messages and promises.
  sources jsonb not null default '{}',
  state text not null default 'open' check (state in ('open', 'accepted', 'returned', 'withdrawn', 'ended')),
  made_at timestamptz not null default clock_now(),
  answered_at timestamptz,
  because text,
  primary key (conversation_id, id)
);
create unique index handovers_open on handovers (conversation_id) where state = 'open';
create index handovers_to on handovers (to_id, made_at) where state = 'open';
create index handovers_from on handovers (from_id, made_at) where state = 'open';
create index handovers_inbox on handovers (inbox_id, made_at desc);
create index handovers_by_id on handovers (id);
