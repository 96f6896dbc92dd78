-- One moment for a whole statement. While it was volatile, every query on domain time asked the clock again for each row, and none could
-- use an index on a time: figures over a million promises took seconds, and the sweep read every timer that was still to come.
alter function clock_now() stable parallel safe;

-- Boards are read in the order of the due, those without one last, a page at a time and inbox by inbox.
drop index promises_board;
drop index promises_mine;
drop index promises_untold;
create index promises_all on promises (inbox_id, coalesce(due, 'infinity'::timestamptz), id);
create index promises_open on promises (inbox_id, coalesce(due, 'infinity'::timestamptz), id) where state = 'open';
create index promises_late on promises (inbox_id, coalesce(due, 'infinity'::timestamptz), id) where state in ('late', 'broken');
create index promises_untold on promises (inbox_id, coalesce(due, 'infinity'::timestamptz), id) where state = 'kept' and not told;
create index promises_board on promises (inbox_id, coalesce(due, 'infinity'::timestamptz), id) where state in ('open', 'late', 'broken');
create index promises_mine on promises (maker_id, coalesce(due, 'infinity'::timestamptz), id) where state in ('open', 'late', 'broken');
create index promises_mine_late on promises (maker_id, coalesce(due, 'infinity'::timestamptz), id) where state in ('late', 'broken');
create index promises_nobodys on promises (inbox_id, coalesce(due, 'infinity'::timestamptz), id)
  where maker_id is null and state in ('open', 'late', 'broken');
create index promises_handed on promises (handover_to_id) where handover_to_id is not null;
create index promises_customer on promises (customer_id);
