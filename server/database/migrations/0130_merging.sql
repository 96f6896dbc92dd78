-- Two conversations that are one matter. What came from where is kept, so that they can be parted again for 30 days.
create table merges (
  id id primary key,
  -- The one that remains; it follows where that one is merged itself.
  conversation_id id not null,
  -- The one that went.
  from_id id not null,
  inbox_id id not null,
  -- Whose the one that went was.
  customer_id id not null,
  subject text not null,
  -- How it stood, and what of it went along.
  was jsonb not null,
  by_id id,
  by_name text not null,
  at timestamptz not null default clock_now(),
  until timestamptz not null,
  undone_at timestamptz,
  undone_by id
);
create index merges_of on merges (conversation_id) where undone_at is null;

-- Two conversations that have to do with each other; the older one first.
create table conversation_links (
  conversation_id id not null,
  other_id id not null,
  by_id id,
  at timestamptz not null default clock_now(),
  primary key (conversation_id, other_id),
  check (conversation_id < other_id)
);
create index conversation_links_other on conversation_links (other_id);

-- Inboxes a conversation has been in: letters to their addresses still find it.
create table conversation_inboxes (
  conversation_id id not null,
  inbox_id id not null,
  until timestamptz not null default clock_now(),
  primary key (conversation_id, inbox_id)
);

create table followers (
  conversation_id id not null,
  teammate_id id not null,
  since timestamptz not null default clock_now(),
  primary key (conversation_id, teammate_id)
);
create index followers_of on followers (teammate_id, conversation_id);
