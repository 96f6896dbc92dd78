create table frameworks (
  id id primary key,
  name text not null,
  text text not null,
  used int not null default 0,
  last_used_at timestamptz,
  demo boolean not null default false,
  updated_at timestamptz not null default clock_now(),
  updated_by id,
  removed_at timestamptz
);

-- Kept by a reaction off the accept path.
create table search_entries (
  conversation_id id not null,
  message_id id not null,
  inbox_id id not null,
  is_note boolean not null default false,
  at timestamptz not null,
  words tsvector not null,
  primary key (conversation_id, message_id)
);
create index search_words on search_entries using gin (words);
create index search_newest on search_entries (inbox_id, at desc);

-- What the care line saw in a reply when it was sent, per encounter (C1).
create table care_results (
  conversation_id id not null,
  message_id id not null,
  marks jsonb not null,
  at timestamptz not null default clock_now(),
  primary key (conversation_id, message_id)
);

-- What a teammate is told by mail: each occasion once, and about one conversation at most one letter in ten minutes.
create table notices (
  teammate_id id not null,
  conversation_id id not null,
  kind text not null,
  promise_id id,
  -- The event it is about: a job that runs again finds its row.
  occasion bigint not null,
  at timestamptz not null default clock_now(),
  -- Null: waits for the next letter about this conversation.
  told_at timestamptz,
  primary key (teammate_id, occasion)
);
create index notices_waiting on notices (teammate_id, conversation_id, told_at);
