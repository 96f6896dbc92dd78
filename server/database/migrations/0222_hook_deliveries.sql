-- What was handed to programs that carry decisions out, and what each said: kept for a month, for whoever looks why something hangs.
create table hook_deliveries (
  id id primary key,
  kind text not null,
  -- Null: a trial.
  decision_id id,
  at timestamptz not null default clock_now(),
  outcome text not null check (outcome in ('taken', 'gone', 'refused', 'later')),
  -- 0 where nobody answered.
  status int not null,
  took_ms int not null
);
create index hook_deliveries_of on hook_deliveries (kind, at desc);
create index hook_deliveries_old on hook_deliveries (at);
