-- Forms of the customers' pages: the same one is taken once, however often it is sent.
create table page_presses (
  -- The conversation or person whose page it was, and the part of the page.
  subject text not null,
  once text not null,
  said text not null,
  at timestamptz not null default clock_now(),
  primary key (subject, once)
);
create index page_presses_old on page_presses (at);
-- What lets a person open their own page: a link that works once, sent to an address on file, and what a browser holds afterwards.
create table person_keys (
  id id primary key,
  customer_id id not null references customers on delete cascade,
  kind text not null check (kind in ('link', 'browser')),
  -- Of what a browser holds. A link is signed, so nothing that opens it lies here.
  token_hash text unique,
  address text not null,
  created_at timestamptz not null default clock_now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  ended_at timestamptz
);
create index person_keys_of on person_keys (customer_id, created_at);
-- What they asked us not to do, a line each.
alter table customers add column please_dont jsonb not null default '[]';
-- They asked to be forgotten. Of whoever was, nothing else is left.
create table erasures (
  id id primary key,
  -- No reference: the row outlives the person.
  customer_id id not null,
  conversation_id id,
  asked_at timestamptz not null default clock_now(),
  state text not null check (state in ('asked', 'confirmed', 'refused', 'withdrawn', 'done')),
  -- Who decided; null where the company lets it happen at once.
  by_id id,
  because text,
  settled_at timestamptz
);
create unique index erasures_open on erasures (customer_id) where state in ('asked', 'confirmed');
