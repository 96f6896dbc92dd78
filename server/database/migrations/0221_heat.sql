-- What a person said of a message that sounded hard. Nothing here is ever counted for a customer.
create table heat_answers (
  conversation_id id not null,
  message_id id not null,
  kind text not null check (kind in ('hard', 'abuse', 'no')),
  by_id id,
  by_name text,
  at timestamptz not null default clock_now(),
  primary key (conversation_id, message_id)
);

-- A draft that rests, so that it is not sent in the heat of it.
create table rests (
  conversation_id id not null,
  teammate_id id not null references teammates on delete cascade,
  inbox_id id not null,
  until timestamptz not null,
  said_at timestamptz,
  primary key (conversation_id, teammate_id)
);

-- A colleague takes over: one after the other is asked, until somebody accepts the handover.
create table reliefs (
  conversation_id id not null,
  id id not null,
  inbox_id id not null,
  customer_id id not null,
  asked_by_id id not null,
  asked jsonb not null,
  handover_id id,
  state text not null default 'open' check (state in ('open', 'taken', 'nobody', 'withdrawn')),
  next_at timestamptz,
  at timestamptz not null default clock_now(),
  primary key (conversation_id, id)
);
create unique index reliefs_by_id on reliefs (id);
create unique index reliefs_open on reliefs (conversation_id) where state = 'open';
create index reliefs_handover on reliefs (handover_id) where state = 'open';

-- Steps of the team's policy, taken and logged. Only the last one, decided by a lead, reaches beyond its conversation, and it ends.
create table policy_steps (
  conversation_id id not null,
  id id not null,
  inbox_id id not null,
  customer_id id not null,
  step text not null check (step in ('friendly', 'firm', 'end')),
  because text,
  by_id id,
  by_name text,
  at timestamptz not null default clock_now(),
  until timestamptz,
  lifted_at timestamptz,
  lifted_by_name text,
  primary key (conversation_id, id),
  check ((step = 'end') = (until is not null))
);
create unique index policy_steps_by_id on policy_steps (id);
create index policy_steps_ended on policy_steps (customer_id) where step = 'end' and lifted_at is null;
