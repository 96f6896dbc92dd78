create table promises (
  conversation_id id not null,
  id id not null,
  customer_id id not null,
  inbox_id id not null,
  message_id id,
  what text not null,
  "to" text,
  quote text,
  maker_id id,
  handover_to_id id,
  due timestamptz,
  state text not null default 'open' check (state in ('open', 'late', 'kept', 'released')),
  made_at timestamptz not null default clock_now(),
  nudge_at timestamptz,
  nudged_at timestamptz,
  late_at timestamptz,
  settled_at timestamptz,
  told boolean not null default false,
  renegotiations int not null default 0,
  demo boolean not null default false,
  primary key (conversation_id, id)
);
create index promises_by_id on promises (id);
create index promises_board on promises (inbox_id, due, id) where state in ('open', 'late');
create index promises_mine on promises (maker_id, due, id) where state in ('open', 'late');
create index promises_settled on promises (inbox_id, settled_at desc) where settled_at is not null;

create table promise_steps (
  conversation_id id not null,
  promise_id id not null,
  position bigint generated always as identity,
  kind text not null,
  at timestamptz not null default clock_now(),
  by_id id,
  by_name text,
  detail jsonb not null default '{}',
  primary key (conversation_id, promise_id, position)
);
