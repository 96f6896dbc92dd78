-- What a fact is, how carefully it is held, and when it goes. What they told us of their life is mentioned only where they said so.
alter table customer_facts
  add column kind text not null default 'told' check (kind in ('told', 'like', 'life')),
  add column privacy text not null default 'plain' check (privacy in ('plain', 'careful', 'sensitive')),
  add column mention text not null default 'ask' check (mention in ('ask', 'yes', 'no')),
  add column expires_at timestamptz;
create index customer_facts_expiring on customer_facts (expires_at) where expires_at is not null and forgotten_at is null;

-- What they do in their company, and how they would rather be reached.
alter table customers
  add column role text,
  add column reach_by text check (reach_by in ('mail', 'call', 'letter', 'visit'));
