create table customers (
  id id primary key,
  name text not null,
  preferred_name text,
  say_it text,
  pronouns text,
  language text,
  formality text check (formality in ('formal', 'informal')),
  time_zone text,
  company text,
  access_needs text,
  demo boolean not null default false,
  created_at timestamptz not null default clock_now(),
  updated_at timestamptz not null default clock_now()
);
create index customers_name on customers using gin (name gin_trgm_ops);
create index customers_preferred on customers using gin (preferred_name gin_trgm_ops) where preferred_name is not null;

create table customer_addresses (
  customer_id id not null references customers on delete cascade,
  kind text not null check (kind in ('email', 'phone')),
  address text not null,
  created_at timestamptz not null default clock_now(),
  primary key (kind, address)
);
create index customer_addresses_of on customer_addresses (customer_id);
create index customer_addresses_like on customer_addresses using gin (address gin_trgm_ops);

-- Through which inboxes we know them; nobody else learns that they exist.
create table customer_inboxes (
  customer_id id not null references customers on delete cascade,
  inbox_id id not null,
  last_at timestamptz not null default clock_now(),
  primary key (customer_id, inbox_id)
);
create index customer_inboxes_newest on customer_inboxes (inbox_id, last_at desc, customer_id desc);

create table customer_facts (
  id id primary key,
  customer_id id not null references customers on delete cascade,
  inbox_id id not null,
  text text not null,
  source_kind text not null check (source_kind in ('message', 'teammate', 'import')),
  conversation_id id,
  message_id id,
  by_id id,
  created_at timestamptz not null default clock_now(),
  forgotten_at timestamptz
);
create index customer_facts_of on customer_facts (customer_id) where forgotten_at is null;
