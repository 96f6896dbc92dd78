-- Who is called when something cannot wait and nobody is here: one rota per inbox, week by week in the order of its members.
create table rotas (
  inbox_id id primary key references inboxes on delete cascade,
  -- A turn begins on this weekday at this hour of the company's wall, and the first one on this day.
  starts_on text not null check (starts_on ~ '^\d{4}-\d{2}-\d{2}$'),
  changes_at text not null default '08:00' check (changes_at ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  -- Whoever does not take it in this time is not waited for.
  escalate_minutes integer not null default 10 check (escalate_minutes between 1 and 120)
);
create table rota_members (
  inbox_id id not null references rotas on delete cascade,
  position integer not null,
  teammate_id id not null references teammates on delete cascade,
  primary key (inbox_id, position)
);
create table rota_swaps (
  id id primary key,
  inbox_id id not null references rotas on delete cascade,
  teammate_id id not null references teammates on delete cascade,
  from_at timestamptz not null,
  to_at timestamptz not null check (to_at > from_at),
  by_id id,
  at timestamptz not null default clock_now()
);
create index rota_swaps_of on rota_swaps (inbox_id, to_at);

-- A letter that cannot wait, while nobody is here.
create table urgents (
  id id primary key,
  conversation_id id not null,
  inbox_id id not null,
  message_id id not null,
  state text not null check (state in ('asked', 'calling', 'taken', 'can-wait')),
  began_at timestamptz not null,
  called_at timestamptz,
  -- Everybody was called, and nobody has taken it.
  nobody_at timestamptz,
  taken_at timestamptz,
  taken_by_id id,
  call_by timestamptz
);
create unique index urgents_open on urgents (conversation_id) where state in ('asked', 'calling');
create index urgents_of on urgents (conversation_id, id);
create index urgents_now on urgents (inbox_id) where state in ('asked', 'calling');
create table urgent_calls (
  urgent_id id not null references urgents on delete cascade,
  teammate_id id not null,
  at timestamptz not null,
  primary key (urgent_id, teammate_id)
);
