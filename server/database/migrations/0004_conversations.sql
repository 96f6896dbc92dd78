create table conversations (
  id id primary key,
  inbox_id id not null,
  customer_id id not null,
  subject text not null,
  gist text not null default '',
  channel text not null default 'email',
  status text not null default 'open' check (status in ('open', 'waiting', 'snoozed', 'closed')),
  assignee_id id,
  last_at timestamptz not null,
  last_message_id id,
  waiting_since timestamptz,
  snoozed_until timestamptz,
  snooze_reason text,
  closed_at timestamptz,
  closed_by id,
  goodbye text,
  chased int not null default 0,
  open_asks int not null default 0,
  -- Of what they wrote and we have not answered: how much harm it shows (0 to 120) and the words that showed it (A8).
  harm real not null default 0,
  harm_signal text,
  harm_words text,
  -- Kept by promises through `noteOpenPromise`, so that lists never join.
  next_promise_id id,
  next_promise_due timestamptz,
  next_promise_state text,
  related_to id,
  held boolean not null default false,
  page_key text not null,
  demo boolean not null default false,
  created_at timestamptz not null default clock_now()
);
create index conversations_newest on conversations (inbox_id, last_at desc, id desc);
create index conversations_mine on conversations (assignee_id, inbox_id, last_at desc) where status in ('open', 'waiting', 'snoozed');
create index conversations_open on conversations (inbox_id, waiting_since, id) where status = 'open';
create index conversations_waiting on conversations (inbox_id, last_at desc, id desc) where status = 'waiting';
create index conversations_later on conversations (inbox_id, snoozed_until, id) where status = 'snoozed';
create index conversations_closed on conversations (inbox_id, last_at desc, id desc) where status = 'closed';
create index conversations_promised on conversations (inbox_id, next_promise_due, id) where next_promise_id is not null;
create index conversations_of_customer on conversations (customer_id, last_at desc);
create index conversations_subject on conversations using gin (subject gin_trgm_ops);

create table messages (
  conversation_id id not null,
  id id not null,
  inbox_id id not null,
  customer_id id not null,
  direction text not null check (direction in ('in', 'out', 'note')),
  channel text not null,
  at timestamptz not null,
  from_name text,
  from_address text,
  author_id id,
  "to" jsonb not null default '[]',
  cc jsonb not null default '[]',
  subject text not null default '',
  text text not null,
  -- Null where it equals `text`.
  text_full text,
  html text,
  has_remote boolean not null default false,
  auto_reply boolean not null default false,
  is_bounce boolean not null default false,
  suppress_auto_reply boolean not null default false,
  bounce jsonb,
  forwarded jsonb,
  warnings jsonb not null default '[]',
  held boolean not null default false,
  unreadable boolean not null default false,
  raw_file text,
  raw_size int,
  -- The Idempotency-Key of the client: a repeat after a crash finds the message instead of writing it again.
  client_key text,
  created_at timestamptz not null default clock_now(),
  primary key (conversation_id, id)
);
create unique index messages_client_key on messages (conversation_id, client_key) where client_key is not null;
-- Writing first repeats without knowing its conversation.
create index messages_by_client_key on messages (client_key) where client_key is not null;
create index messages_by_id on messages (id);
create index messages_of_customer on messages (customer_id, at desc, id desc);

create table participants (
  conversation_id id not null,
  address text not null,
  name text,
  role text not null check (role in ('requester', 'cc')),
  added_by_id id,
  -- The message of ours that brought them in: taken back with it.
  added_in id,
  added_at timestamptz not null default clock_now(),
  primary key (conversation_id, address)
);

create table attachments (
  id id primary key,
  conversation_id id,
  message_id id,
  inbox_id id,
  uploaded_by id,
  filename text not null,
  content_type text not null,
  size bigint not null,
  inline boolean not null default false,
  content_id text,
  file text not null,
  access_key text not null,
  created_at timestamptz not null default clock_now()
);
create index attachments_of on attachments (conversation_id, message_id);

create table asks (
  conversation_id id not null,
  id id not null,
  message_id id not null,
  position int not null,
  text text not null,
  answered_at timestamptz,
  answered_by_id id,
  answered_in id,
  primary key (conversation_id, id)
);

-- What care language noticed in a message; deleted with it.
create table readings (
  conversation_id id not null,
  message_id id not null,
  signals jsonb not null,
  evidence jsonb not null,
  praised jsonb not null default '[]',
  primary key (conversation_id, message_id)
);

create table drafts (
  conversation_id id not null,
  teammate_id id not null,
  kind text not null check (kind in ('reply', 'note')),
  html text not null,
  text text not null,
  "to" jsonb not null default '[]',
  cc jsonb not null default '[]',
  attachments jsonb not null default '[]',
  version int not null default 1,
  updated_at timestamptz not null default clock_now(),
  primary key (conversation_id, teammate_id, kind)
);

create unlogged table presence (
  conversation_id id not null,
  inbox_id id not null,
  teammate_id id not null,
  doing text not null,
  until timestamptz not null,
  primary key (conversation_id, teammate_id)
);

-- Comings and goings are events too, so that every process hears of them; the sweep finds the old ones by this.
create index events_presence on events (at) where type = 'presence.changed';

create table seen (
  conversation_id id not null,
  teammate_id id not null,
  message_id id not null,
  at timestamptz not null default clock_now(),
  primary key (teammate_id, conversation_id)
);

