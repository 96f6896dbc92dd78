-- Each letter as it came: the raw file is on disk and synced before this row is written.
create table letters (
  id id primary key,
  inbox_id id not null,
  fingerprint text,
  raw_file text not null,
  raw_size int not null,
  via text not null check (via in ('smtp', 'imap', 'api', 'import')),
  trusted boolean not null default false,
  envelope_from text,
  envelope_to jsonb not null default '[]',
  peer text,
  -- The teammate whose key handed it in, where there is one.
  by_id id,
  mailbox_id id,
  folder text,
  uidvalidity bigint,
  uid bigint,
  received_at timestamptz not null default clock_now(),
  state text not null default 'received' check (state in ('received', 'taken-in', 'ignored')),
  outcome text,
  conversation_id id,
  message_id id,
  tries int not null default 0
);
create unique index letters_uid on letters (mailbox_id, folder, uidvalidity, uid) where uid is not null;
create index letters_received on letters (id) where state = 'received';
create index letters_of_message on letters (message_id) where message_id is not null;

-- One letter to one inbox is one message, by whichever road it came.
create table fingerprints (
  inbox_id id not null,
  fingerprint text not null,
  letter_id id not null,
  primary key (inbox_id, fingerprint)
);

create table email_ids (
  message_id_header text not null,
  conversation_id id not null,
  message_id id not null,
  inbox_id id not null,
  ours boolean not null,
  primary key (message_id_header, conversation_id, message_id)
);

-- References nobody knew: a second letter of the same sender with the same root joins the first.
create table unknown_references (
  message_id_header text not null,
  inbox_id id not null,
  sender text not null,
  conversation_id id not null,
  primary key (message_id_header, inbox_id, sender)
);

-- Tokens of reply addresses. They are looked up, because an address that carried the conversation's id as well
-- would be longer than mail servers take.
create table reply_tokens (
  token text primary key,
  conversation_id id not null,
  address text not null
);

create table email_headers (
  name text not null,
  value text not null,
  conversation_id id not null,
  message_id id not null,
  primary key (name, value, message_id)
);

create table mailboxes (
  id id primary key,
  inbox_id id not null references inboxes on delete cascade,
  address text not null,
  imap jsonb,
  smtp jsonb,
  secrets bytea,
  -- Where the provider asked for consent instead of a password; its refresh token lies in `secrets`.
  oauth text check (oauth in ('google', 'microsoft')),
  paused boolean not null default false,
  state text not null default 'connecting',
  says text,
  last_checked_at timestamptz,
  last_letter_at timestamptz,
  created_at timestamptz not null default clock_now(),
  removed_at timestamptz
);
create unique index mailboxes_address on mailboxes (lower(address)) where removed_at is null;

-- A way to a provider's consent that somebody has begun. Used once, within ten minutes.
create unlogged table mailbox_consents (
  state_hash text primary key,
  provider text not null,
  address text not null,
  inbox_id id,
  inbox_name text,
  mailbox_id id,
  verifier text not null,
  by_id text,
  expires_at timestamptz not null
);

create table mailbox_folders (
  mailbox_id id not null references mailboxes on delete cascade,
  folder text not null,
  uidvalidity bigint not null,
  last_uid bigint not null default 0,
  -- What lies at or below it was there before we came and stays unread.
  first_uid bigint not null default 0,
  -- After the folder was numbered anew: only what came since then is ours to read.
  since timestamptz,
  compared_at timestamptz,
  missing int not null default 0,
  -- The first few of the missing ones, by uid, sender, subject and date.
  missing_letters jsonb not null default '[]',
  primary key (mailbox_id, folder, uidvalidity)
);

-- One row per message and group of recipients. `bytes_file` holds the frozen MIME.
create table outbox (
  id id primary key,
  conversation_id id not null,
  message_id id not null,
  recipient_group text not null default 'all',
  inbox_id id not null,
  kind text not null default 'reply' check (kind in ('reply', 'automatic', 'team')),
  message_id_header text not null,
  envelope_from text not null,
  bytes_file text not null,
  bytes_sha256 text not null,
  phase text not null default 'queued' check (phase in ('queued', 'claimed', 'handover', 'unknown', 'done', 'parked')),
  epoch int not null default 0,
  attempt int not null default 0,
  not_before timestamptz not null,
  next_at timestamptz not null,
  lease_until timestamptz,
  handover_at timestamptz,
  resent_once boolean not null default false,
  -- To a sample customer: settled without sending.
  sample boolean not null default false,
  created_at timestamptz not null default clock_now(),
  done_at timestamptz,
  unique (message_id, recipient_group)
);
create index outbox_next on outbox (next_at) where phase = 'queued';
create index outbox_open on outbox (phase) where phase in ('claimed', 'handover', 'unknown');

create table outbox_recipients (
  outbox_id id not null references outbox on delete cascade,
  address text not null,
  state text not null default 'waiting' check (state in ('waiting', 'accepted', 'deferred', 'refused', 'unknown', 'bounced')),
  code int,
  detail text,
  at timestamptz,
  primary key (outbox_id, address)
);

-- RFC 3834 backstop by count.
create table automatic_mail (
  address text not null,
  at timestamptz not null default clock_now(),
  message_id id not null,
  primary key (address, message_id)
);

-- Work for a person: refused, not confirmed, bounced, unreadable, held.
create table mail_tasks (
  id id primary key,
  kind text not null,
  inbox_id id not null,
  conversation_id id,
  message_id id,
  detail text not null default '',
  created_at timestamptz not null default clock_now(),
  done_at timestamptz
);
create index mail_tasks_open on mail_tasks (inbox_id) where done_at is null;
