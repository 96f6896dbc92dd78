-- What a team wants to note besides: on a matter, a person, or the company or household they belong to.
create table fields (
  id id primary key,
  subject text not null check (subject in ('conversation', 'customer', 'circle')),
  name text not null,
  kind text not null check (kind in ('text', 'number', 'date', 'choice', 'yes-no')),
  choices jsonb not null default '[]',
  position int not null default 0,
  demo boolean not null default false,
  made_at timestamptz not null default clock_now(),
  by_id id,
  removed_at timestamptz
);
create unique index fields_name on fields (subject, lower(name)) where removed_at is null;

-- One value; a row stands only where something is known. Choices and yes or no are texts.
create table field_values (
  field_id id not null references fields on delete cascade,
  conversation_id id,
  customer_id id references customers on delete cascade,
  circle_id id,
  text text,
  number numeric(18, 6),
  day date,
  by_id id,
  at timestamptz not null default clock_now(),
  check (num_nonnulls(conversation_id, customer_id, circle_id) = 1),
  check (num_nonnulls(text, number, day) = 1)
);
create unique index field_values_conversation on field_values (conversation_id, field_id) where conversation_id is not null;
create unique index field_values_customer on field_values (customer_id, field_id) where customer_id is not null;
create unique index field_values_circle on field_values (circle_id, field_id) where circle_id is not null;
create index field_values_text on field_values (field_id, lower(left(text, 200))) where text is not null;
create index field_values_number on field_values (field_id, number) where number is not null;
create index field_values_day on field_values (field_id, day) where day is not null;
