-- Today weighs everything in one's own hand, to show the seven most pressing. Whoever has thousands open has them on as many pages of the
-- table; what the weight is made of lies here side by side.
create index conversations_weighed on conversations (assignee_id, inbox_id)
  include (id, waiting_since, last_at, next_promise_state, next_promise_due, target_at, chased, harm) where status = 'open';
drop index conversations_in_hand;
-- An index alone can answer only for pages that are known to be all visible, and those change most.
alter table conversations set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.05);

-- Late ones are counted as well as shown, and mine that nobody knows to be kept stood among everybody's.
drop index promises_mine_late;
create index promises_mine_late on promises (maker_id, coalesce(due, 'infinity'::timestamptz), id) include (inbox_id) where state in ('late', 'broken');
create index promises_mine_untold on promises (maker_id, coalesce(due, 'infinity'::timestamptz), id) include (inbox_id)
  where state = 'kept' and not told;

-- What a lead looks after lies in the last two weeks of all that ever happened.
create index events_failed_again on events (at) where type = 'second-chance.failed';
-- Taken on without a word to the customer since.
create index handovers_taken on handovers (to_id, answered_at desc) where state = 'accepted';
create index handovers_untaken on handovers (id) where state = 'open';
