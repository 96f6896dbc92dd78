-- Marked as spam: looked after for good, and in no list but its own.
alter table conversations add column spam_at timestamptz;
alter table conversations add column spam_by text;
alter table conversations add column spam_because text check (spam_because in ('marked', 'blocked'));
-- How it stood before, to be put back; null where it came in as spam.
alter table conversations add column spam_before jsonb;
create index conversations_spam on conversations (inbox_id, last_at desc) where spam_at is not null;

-- Whose letters are kept, and kept away.
create table blocks (
  id id primary key,
  inbox_id id not null,
  address text not null,
  -- Whose letters they are, so that it is forgotten with them.
  customer_id id,
  by_id id,
  by_name text,
  at timestamptz not null default clock_now(),
  unique (inbox_id, address)
);
