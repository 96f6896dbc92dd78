-- What each role may give without asking, as data with its reason. Amounts are hundredths of the unit: cents, or hundredths of a day.
create table authority_rules (
  id id primary key,
  inbox_id id references inboxes on delete cascade,
  role text not null check (role in ('teammate', 'lead', 'admin')),
  kind text not null,
  unit text not null,
  per_case bigint not null check (per_case > 0),
  per_person bigint,
  per_month bigint,
  -- Up to here we believe them: no photo, no receipt.
  no_proof_up_to bigint,
  because text not null,
  by_id id,
  at timestamptz not null default clock_now()
);
create unique index authority_rules_scope on authority_rules (role, kind, unit, coalesce(inbox_id, ''));

-- What was decided, by whom, and what came of it. One within limits that went wrong is never a mark on a person.
create table decisions (
  conversation_id id not null,
  id id not null,
  customer_id id not null,
  inbox_id id not null,
  kind text not null,
  unit text not null,
  amount bigint not null check (amount > 0),
  because text not null,
  -- Why proof was asked for; null where they were believed.
  proof text,
  state text not null check (state in ('decided', 'asked', 'approved', 'declined', 'withdrawn')),
  by_id id,
  by_name text,
  at timestamptz not null default clock_now(),
  answered_by_id id,
  answered_by_name text,
  answered_at timestamptz,
  answer text,
  -- What another program made of it; 'none' where none is connected.
  result text not null default 'none' check (result in ('none', 'waiting', 'done', 'failed')),
  reference text,
  result_at timestamptz,
  result_words text,
  demo boolean not null default false,
  primary key (conversation_id, id)
);
create unique index decisions_by_id on decisions (id);
create index decisions_customer on decisions (customer_id, kind, unit, at);
create index decisions_by on decisions (by_id, kind, unit, at);
create index decisions_asked on decisions (inbox_id, at) where state = 'asked';
