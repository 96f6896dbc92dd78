-- Something that concerns several conversations: a bug, an order, a delivery; or an event that another system has told us of.
create table matters (
  id id primary key,
  inbox_id id not null,
  -- The sender's own name for it: the same one is the same matter.
  key text not null,
  kind text not null check (kind in ('late-parcel', 'failed-payment', 'missed-visit', 'bug', 'order', 'delivery', 'other')),
  title text not null,
  -- When it happened; who writes first after that is counted (D8).
  happened_at timestamptz not null,
  source text not null check (source in ('teammate', 'api', 'webhook')),
  by_id id,
  made_at timestamptz not null default clock_now(),
  over_at timestamptz,
  demo boolean not null default false
);
create unique index matters_key on matters (inbox_id, key);
create index matters_open on matters (inbox_id, made_at desc) where over_at is null;
create index matters_happened on matters (inbox_id, happened_at desc);

create table matter_news (
  matter_id id not null references matters on delete cascade,
  position int not null,
  text text not null,
  at timestamptz not null default clock_now(),
  by_id id,
  by_name text,
  primary key (matter_id, position)
);

-- Everyone it concerns, with the conversation in which they are told; null for somebody without an address.
create table matter_people (
  matter_id id not null references matters on delete cascade,
  customer_id id not null references customers on delete cascade,
  inbox_id id not null,
  conversation_id id,
  added_at timestamptz not null default clock_now(),
  primary key (matter_id, customer_id)
);
create index matter_people_conversation on matter_people (conversation_id);
create index matter_people_customer on matter_people (customer_id);

-- Each time somebody was told, up to which news, and how.
create table matter_tellings (
  matter_id id not null,
  customer_id id not null,
  position int generated always as identity,
  news int not null,
  how text not null check (how in ('letter', 'aloud', 'not-needed')),
  message_id id,
  because text,
  -- On the first: we wrote before they did.
  first boolean,
  at timestamptz not null default clock_now(),
  by_id id,
  by_name text,
  primary key (matter_id, customer_id, position),
  foreign key (matter_id, customer_id) references matter_people on delete cascade
);
create index matter_tellings_message on matter_tellings (message_id) where message_id is not null;

-- Where another system sends its events to, signed. The secret is derived from the house's key and the turn, so none lies here.
create table matter_hooks (
  id id primary key,
  inbox_id id not null,
  name text not null,
  turn int not null default 1,
  turned_at timestamptz,
  by_id id,
  made_at timestamptz not null default clock_now(),
  last_at timestamptz,
  revoked_at timestamptz
);
