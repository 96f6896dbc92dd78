-- Words a team puts on people to find them together: the same tags as on conversations. Each stands behind the wall of the inbox through
-- which it was put on. A tag that was merged is read as the one it became, so that it comes back by itself when the two are parted.
create table customer_tags (
  customer_id id not null references customers on delete cascade,
  tag_id id not null references tags on delete cascade,
  inbox_id id not null,
  by_id id,
  at timestamptz not null default clock_now(),
  primary key (customer_id, tag_id, inbox_id)
);
create index customer_tags_tag on customer_tags (tag_id, customer_id);
