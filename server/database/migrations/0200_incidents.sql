-- Several people are hit by one thing: who they are and why we think so, who writes to whom, and for each of them how far it is.
create table incidents (
  id id primary key,
  inbox_id id not null,
  what text not null,
  impact text,
  doing text,
  cause text,
  since timestamptz not null,
  opened_at timestamptz not null default clock_now(),
  opened_by_id id,
  opened_by_name text,
  next_update timestamptz,
  merged_into id,
  closed_at timestamptz,
  closed_by_name text,
  -- Closed with something open, and why.
  closed_as_it_is text,
  demo boolean not null default false
);
create index incidents_open on incidents (inbox_id, opened_at desc) where closed_at is null and merged_into is null;

-- What people are found by; `looks` is the clue as it was given, against which new letters are held.
create table incident_clues (
  incident_id id not null references incidents on delete cascade,
  position int not null,
  kind text not null,
  looks jsonb not null,
  says text not null,
  watches boolean not null default false,
  at timestamptz not null default clock_now(),
  by_name text,
  primary key (incident_id, position)
);

create table incident_groups (
  incident_id id not null references incidents on delete cascade,
  position int not null,
  name text not null,
  concierge_id id,
  primary key (incident_id, position)
);
create index incident_groups_concierge on incident_groups (concierge_id) where concierge_id is not null;

create table incident_people (
  incident_id id not null references incidents on delete cascade,
  customer_id id not null references customers on delete cascade,
  because text not null,
  clue int,
  group_position int,
  -- Where they are told; null until the first letter, where they have not written.
  conversation_id id,
  told_us boolean not null default false,
  added_at timestamptz not null default clock_now(),
  added_by_name text,
  answered_at timestamptz,
  made_right_at timestamptz,
  content_at timestamptz,
  -- Taken off the list: kept, so that nobody proposes them again.
  off_at timestamptz,
  -- Came along from an incident that turned out to be the same.
  from_id id,
  primary key (incident_id, customer_id)
);
create index incident_people_customer on incident_people (customer_id);
create index incident_people_conversation on incident_people (conversation_id) where conversation_id is not null;

-- A letter of theirs that fits: for a person to say yes or no.
create table incident_proposals (
  incident_id id not null references incidents on delete cascade,
  conversation_id id not null,
  customer_id id not null references customers on delete cascade,
  because text not null,
  at timestamptz not null default clock_now(),
  answered_at timestamptz,
  added boolean,
  by_name text,
  primary key (incident_id, conversation_id)
);
create index incident_proposals_customer on incident_proposals (customer_id);
create index incident_proposals_conversation on incident_proposals (conversation_id);

create table incident_updates (
  incident_id id not null references incidents on delete cascade,
  position int not null,
  kind text not null check (kind in ('update', 'closing')),
  subject text not null,
  text text not null,
  next_update timestamptz,
  state text not null default 'draft' check (state in ('draft', 'sending', 'stopped', 'sent')),
  per_minute int not null default 300,
  made_at timestamptz not null default clock_now(),
  by_name text,
  sending_since timestamptz,
  sending_by_name text,
  leaves_at timestamptz,
  -- The next handful leaves then: one chain of them, whoever runs it.
  next_batch_at timestamptz,
  done_at timestamptz,
  -- Everybody who could be reached by it has been.
  told_at timestamptz,
  primary key (incident_id, position)
);

-- A concierge's own words for their group.
create table incident_voices (
  incident_id id not null references incidents on delete cascade,
  update_position int not null,
  group_position int not null,
  text text not null,
  primary key (incident_id, update_position, group_position)
);

-- The ledger: one row per person and update. Update 0 is what they were told before any letter was written.
create table incident_letters (
  incident_id id not null references incidents on delete cascade,
  customer_id id not null references customers on delete cascade,
  update_position int not null,
  subject text not null default '',
  text text not null default '',
  -- The words without what differs by name alone; many with the same are one text to many.
  same_as text,
  edited boolean not null default false,
  -- Grows with every change of the words: what was read of older ones does not count.
  version int not null default 1,
  read boolean not null default false,
  stops jsonb not null default '[]',
  reviewed text[] not null default '{}',
  -- Kinds of stops nobody has reviewed.
  stopped text[] not null default '{}',
  state text not null check (state in ('draft', 'waiting', 'written', 'told', 'refused', 'otherwise')),
  how text check (how in ('letter', 'aloud', 'not-needed')),
  because text,
  conversation_id id,
  message_id id,
  written_at timestamptz,
  told_at timestamptz,
  by_id id,
  by_name text,
  primary key (incident_id, customer_id, update_position)
);
create index incident_letters_state on incident_letters (incident_id, update_position, state);
create index incident_letters_message on incident_letters (message_id) where message_id is not null;
create index incident_letters_customer on incident_letters (customer_id);
create index incident_letters_conversation on incident_letters (conversation_id) where conversation_id is not null;

-- "The next update comes at 15:30": one promise per group, made to everybody in it.
create table incident_promises (
  incident_id id not null references incidents on delete cascade,
  update_position int not null,
  group_position int not null,
  promise_id id not null,
  conversation_id id not null,
  settled_at timestamptz,
  primary key (incident_id, update_position, group_position)
);

create table incident_amends (
  incident_id id not null references incidents on delete cascade,
  position int not null,
  -- Null: nothing is given, and why.
  kind text,
  unit text,
  amount numeric(12, 2),
  because text not null,
  at timestamptz not null default clock_now(),
  by_id id,
  by_name text,
  primary key (incident_id, position)
);
-- Who gets it: decided in their conversation, or why not yet.
create table incident_gifts (
  incident_id id not null references incidents on delete cascade,
  position int not null,
  customer_id id not null references customers on delete cascade,
  decision_id id,
  conversation_id id,
  problem text,
  primary key (incident_id, position, customer_id)
);
create index incident_gifts_customer on incident_gifts (customer_id);

-- What depends on what: a supplier, the products made of it, those who use them.
create table reaches (
  id id primary key,
  from_name text not null,
  to_name text not null,
  by_id id,
  made_at timestamptz not null default clock_now()
);
create unique index reaches_once on reaches (lower(from_name), lower(to_name));

-- A letter to many is a person's letter, and gives way to answers.
alter table outbox drop constraint outbox_kind_check;
alter table outbox add constraint outbox_kind_check check (kind in ('reply', 'incident', 'automatic', 'team'));
