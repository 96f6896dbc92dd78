create table teammates (
  id id primary key,
  name text not null,
  email text not null,
  role text not null check (role in ('admin', 'lead', 'teammate', 'observer')),
  title text,
  signature text,
  time_zone text not null default 'UTC',
  preferences jsonb not null default '{}',
  password_hash text,
  demo boolean not null default false,
  created_at timestamptz not null default clock_now(),
  joined_at timestamptz,
  left_at timestamptz,
  last_seen_at timestamptz
);
create unique index teammates_email on teammates (lower(email)) where left_at is null;

create table inboxes (
  id id primary key,
  name text not null,
  address text not null,
  demo boolean not null default false,
  created_at timestamptz not null default clock_now(),
  archived_at timestamptz
);
create unique index inboxes_address on inboxes (lower(address));

create table inbox_access (
  inbox_id id not null references inboxes on delete cascade,
  teammate_id id not null references teammates on delete cascade,
  primary key (teammate_id, inbox_id)
);

create table sessions (
  id id primary key,
  teammate_id id not null references teammates on delete cascade,
  token_hash text not null unique,
  device text not null default '',
  address text,
  created_at timestamptz not null default clock_now(),
  last_used_at timestamptz not null default clock_now(),
  expires_at timestamptz not null
);
create index sessions_of_teammate on sessions (teammate_id);

-- One-time links: move in, join, reset, sign in. Only the hash of the token is kept.
create table invites (
  id id primary key,
  purpose text not null check (purpose in ('first', 'join', 'reset', 'sign-in')),
  teammate_id id references teammates on delete cascade,
  token_hash text not null unique,
  created_at timestamptz not null default clock_now(),
  expires_at timestamptz not null,
  used_at timestamptz
);

create table passkeys (
  id id primary key,
  teammate_id id not null references teammates on delete cascade,
  name text not null,
  credential_id text not null unique,
  public_key bytea not null,
  counter bigint not null default 0,
  transports jsonb not null default '[]',
  created_at timestamptz not null default clock_now(),
  last_used_at timestamptz
);
create table passkey_challenges (
  challenge text primary key,
  teammate_id id references teammates on delete cascade,
  expires_at timestamptz not null
);

create table api_keys (
  id id primary key,
  teammate_id id references teammates on delete cascade,
  name text not null,
  role text not null,
  token_hash text not null unique,
  created_at timestamptz not null default clock_now(),
  last_used_at timestamptz,
  revoked_at timestamptz
);
