-- Complaints that nobody has answered climb: whoever looks after it, who leads, who runs the house. A row while one waits.
create table complaints (
  conversation_id id primary key,
  inbox_id id not null,
  customer_id id not null,
  -- Their oldest word that nobody has answered.
  since timestamptz not null,
  -- How far it has climbed: 0 in time, 1 whoever looks after it, 2 who leads, 3 who runs the house.
  level int not null default 0 check (level between 0 and 3),
  next_at timestamptz,
  ignored_at timestamptz
);
create index complaints_ignored on complaints (inbox_id, since) where level > 0;

-- After a failure everything of this person goes with more care for a while.
create table second_chances (
  customer_id id not null references customers on delete cascade,
  inbox_id id not null,
  recovery_id id not null,
  since timestamptz not null,
  until timestamptz not null,
  primary key (customer_id, inbox_id)
);

-- Kept on the row, so that lists and targets need not look.
alter table conversations add column second_chance_since timestamptz;
alter table conversations add column second_chance_until timestamptz;

-- Somebody else reads an answer before it goes: the words as they stood, and what the reader says.
create table second_readings (
  conversation_id id not null,
  id id not null,
  inbox_id id not null,
  asked_by_id id not null,
  reader_id id not null,
  text text not null,
  asked_at timestamptz not null default clock_now(),
  answered_at timestamptz,
  is_good boolean,
  comment text,
  primary key (conversation_id, id)
);
create index second_readings_by_id on second_readings (id);
create index second_readings_open on second_readings (reader_id) where answered_at is null;
