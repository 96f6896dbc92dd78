-- A promise may be broken, may come back until the matter is done, and may be made to several people.
alter table promises drop constraint promises_state_check;
alter table promises add constraint promises_state_check check (state in ('open', 'late', 'broken', 'kept', 'released'));
alter table promises add column broken_at timestamptz;
alter table promises add column repeats text check (repeats in ('daily', 'weekly', 'fortnightly', 'monthly'));
-- The first of the series, and the moment this one is due by the series itself, before closed days moved it.
alter table promises add column series_id id;
alter table promises add column series_due timestamptz;

-- Where a promise is made to more people than its customer: each of them, the customer first, and when they were told.
create table promise_people (
  conversation_id id not null,
  promise_id id not null,
  position int not null,
  name text not null,
  told_at timestamptz,
  primary key (conversation_id, promise_id, position)
);

drop index promises_board;
drop index promises_mine;
create index promises_board on promises (inbox_id, due, id) where state in ('open', 'late', 'broken');
create index promises_mine on promises (maker_id, due, id) where state in ('open', 'late', 'broken');
create index promises_untold on promises (inbox_id, settled_at) where state = 'kept' and not told;
create index promises_settled_by on promises (maker_id, settled_at desc) where settled_at is not null;
create index promises_figures on promises (inbox_id, coalesce(settled_at, broken_at, late_at))
  include (maker_id, renegotiations, settled_at, broken_at, late_at) where state in ('kept', 'late', 'broken');
